package io.multichat.sinks.redis;

import io.multichat.sinks.core.StoreException;
import io.multichat.sinks.core.StoreException.Verdict;
import java.util.regex.Pattern;
import redis.clients.jedis.exceptions.JedisAccessControlException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.exceptions.JedisRedirectionException;

/**
 * The one place that decides what follows from an error of Redis. An error that is not known is tried again: it may be of a
 * proxy, and to report it would send a whole outage to the dead-letter queue, record by record.
 *
 * <p>Before Redis 7 an error inside a script hides its code behind {@code ERR Error running script …}, so codes are looked
 * for in the whole message; the messages hold no text of users.
 */
final class Verdicts {
    private static final Pattern AWAY_OR_BUSY =
            Pattern.compile("\\b(LOADING|BUSY|READONLY|CLUSTERDOWN|TRYAGAIN|OOM|MISCONF"
                    + "|MASTERDOWN|NOREPLICAS|UNKILLABLE|max number of clients)\\b");
    /** The key holds what is not ours: a foreign type, or contents that our script cannot work with. */
    private static final Pattern OF_ONE_ENTRY = Pattern.compile("\\bWRONGTYPE\\b"
            + "|user_script:\\d+: (attempt to (index|compare|concatenate|perform arithmetic)|bad argument)");

    private static final Pattern REFUSED = Pattern.compile("\\b(NOAUTH|WRONGPASS|NOPERM|executing the script can't"
            + "|unknown command|AUTH|DB index|cluster support disabled)\\b");

    private Verdicts() {}

    /** The exception to throw instead of the driver's, which becomes its cause. */
    static StoreException of(RedisEndpoint endpoint, JedisException error) {
        restoreInterrupt(error);
        Verdict verdict = verdict(error);
        String what = switch (verdict) {
            case RETRY -> "Redis at " + endpoint + " is away or busy; it is asked again later";
            case STOP -> "Redis at " + endpoint + " refuses Multichat: correct redis.uri or the user's rights";
            case REPORT -> "Redis at " + endpoint + " cannot hold this";
        };
        return new StoreException(verdict, what + ": " + error.getMessage(), error);
    }

    private static Verdict verdict(JedisException error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof JedisAccessControlException || cause instanceof JedisRedirectionException) {
                return Verdict.STOP;
            }
            if (cause instanceof JedisDataException) {
                return verdict(String.valueOf(cause.getMessage()));
            }
        }
        return Verdict.RETRY;
    }

    private static Verdict verdict(String message) {
        if (AWAY_OR_BUSY.matcher(message).find()) {
            return Verdict.RETRY;
        }
        if (REFUSED.matcher(message).find()) {
            return Verdict.STOP;
        }
        return OF_ONE_ENTRY.matcher(message).find() ? Verdict.REPORT : Verdict.RETRY;
    }

    private static void restoreInterrupt(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
