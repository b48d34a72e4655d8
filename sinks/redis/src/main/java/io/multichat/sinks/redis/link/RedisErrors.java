package io.multichat.sinks.redis.link;

import io.multichat.reading.StoreException;
import io.multichat.reading.StoreException.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import redis.clients.jedis.exceptions.JedisAccessControlException;
import redis.clients.jedis.exceptions.JedisClusterOperationException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.exceptions.JedisRedirectionException;

/**
 * Decides what to do about errors from Redis. No other class does. Unknown errors are retried: they may come from a proxy,
 * and reporting them would send every record of an outage to the dead-letter queue.
 *
 * <p>Before Redis 7, an error inside a script hides its code behind {@code ERR Error running script …}. So the whole message
 * is searched for codes; it never contains text from users.
 */
public final class RedisErrors {
    private static final Pattern UNAVAILABLE =
            Pattern.compile("\\b(LOADING|BUSY|READONLY|CLUSTERDOWN|TRYAGAIN|OOM|MISCONF"
                    + "|MASTERDOWN|NOREPLICAS|UNKILLABLE|max number of clients)\\b");
    /** A key has a foreign type, or contents that the script cannot process. */
    private static final Pattern OF_ONE_ENTRY = Pattern.compile("\\bWRONGTYPE\\b"
            + "|user_script:\\d+: (attempt to (index|compare|concatenate|perform arithmetic)|bad argument)");

    private static final Pattern REFUSED = Pattern.compile("\\b(NOAUTH|WRONGPASS|NOPERM|executing the script can't"
            + "|unknown command|AUTH|DB index|CROSSSLOT|cluster support disabled)\\b");

    /** How the driver's message ends if the Sentinels do not know the master. */
    private static final String NOT_MONITORED = " seems to be not monitored.";

    private RedisErrors() {}

    /** The exception to throw instead of the driver's exception, which becomes its cause. Restores the interrupt flag. */
    public static StoreException of(RedisEndpoint endpoint, JedisException error) {
        List<Throwable> causes = causes(error);
        if (causes.stream().anyMatch(InterruptedException.class::isInstance)) {
            Thread.currentThread().interrupt();
        }
        Verdict verdict = verdict(causes);
        String what = switch (verdict) {
            case RETRY -> "Redis at " + endpoint + " is unavailable or busy; trying again later";
            case STOP ->
                "Redis at " + endpoint
                        + " refuses Multichat; correct redis.mode, the credentials or the permissions of the user";
            case REPORT -> "Redis at " + endpoint + " cannot store the entry";
        };
        String why = causes.get(causes.size() - 1).getMessage();
        return new StoreException(verdict, what + ": " + why, error);
    }

    /** The error and its causes. A Cluster client tries one node after another and keeps the first error as a suppressed one. */
    private static List<Throwable> causes(Throwable error) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = error; cause != null && !causes.contains(cause); cause = beneath(cause)) {
            causes.add(cause);
        }
        return causes;
    }

    private static Throwable beneath(Throwable error) {
        boolean kept = error instanceof JedisClusterOperationException && error.getSuppressed().length > 0;
        return error.getCause() == null && kept ? error.getSuppressed()[0] : error.getCause();
    }

    private static Verdict verdict(List<Throwable> causes) {
        // While slots move, a Cluster may redirect more often than its client follows. A single server must
        // never redirect.
        boolean cluster = causes.get(0) instanceof JedisClusterOperationException;
        for (Throwable cause : causes) {
            if (cause instanceof JedisAccessControlException
                    || (cause instanceof JedisRedirectionException && !cluster)) {
                return Verdict.STOP;
            }
            if (cause instanceof JedisDataException) {
                return verdict(String.valueOf(cause.getMessage()));
            }
        }
        boolean unknownMaster = String.valueOf(causes.get(0).getMessage()).endsWith(NOT_MONITORED);
        return unknownMaster ? Verdict.STOP : Verdict.RETRY;
    }

    private static Verdict verdict(String message) {
        if (UNAVAILABLE.matcher(message).find()) {
            return Verdict.RETRY;
        }
        if (REFUSED.matcher(message).find()) {
            return Verdict.STOP;
        }
        return OF_ONE_ENTRY.matcher(message).find() ? Verdict.REPORT : Verdict.RETRY;
    }
}
