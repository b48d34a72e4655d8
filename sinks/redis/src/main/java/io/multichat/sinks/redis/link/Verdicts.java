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
 * The one place that decides what follows from an error of Redis. An error that is not known is tried again: it may be of a
 * proxy, and to report it would send a whole outage to the dead-letter queue, record by record.
 *
 * <p>Before Redis 7 an error inside a script hides its code behind {@code ERR Error running script …}, so codes are looked
 * for in the whole message; the messages hold no text of users.
 */
public final class Verdicts {
    private static final Pattern AWAY_OR_BUSY =
            Pattern.compile("\\b(LOADING|BUSY|READONLY|CLUSTERDOWN|TRYAGAIN|OOM|MISCONF"
                    + "|MASTERDOWN|NOREPLICAS|UNKILLABLE|max number of clients)\\b");
    /** The key holds what is not ours: a foreign type, or contents that our script cannot work with. */
    private static final Pattern OF_ONE_ENTRY = Pattern.compile("\\bWRONGTYPE\\b"
            + "|user_script:\\d+: (attempt to (index|compare|concatenate|perform arithmetic)|bad argument)");

    private static final Pattern REFUSED = Pattern.compile("\\b(NOAUTH|WRONGPASS|NOPERM|executing the script can't"
            + "|unknown command|AUTH|DB index|CROSSSLOT|cluster support disabled)\\b");

    /** How the driver says that Sentinels do not know the master. */
    private static final String NOT_MONITORED = " seems to be not monitored.";

    private Verdicts() {}

    /** The exception to throw instead of the driver's, which becomes its cause. */
    public static StoreException of(RedisEndpoint endpoint, JedisException error) {
        List<Throwable> causes = causes(error);
        if (causes.stream().anyMatch(InterruptedException.class::isInstance)) {
            Thread.currentThread().interrupt();
        }
        Verdict verdict = verdict(causes);
        String what = switch (verdict) {
            case RETRY -> "Redis at " + endpoint + " is away or busy; it is asked again later";
            case STOP ->
                "Redis at " + endpoint + " refuses Multichat: correct redis.mode, redis.… or the user's rights";
            case REPORT -> "Redis at " + endpoint + " cannot hold this";
        };
        String why = causes.get(causes.size() - 1).getMessage();
        return new StoreException(verdict, what + ": " + why, error);
    }

    /** The error, its causes, and what a client of a Cluster, which asks one node after the other, kept of the first. */
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
        // A Cluster on the move redirects more often than its client follows; a single server has no business to.
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
        if (AWAY_OR_BUSY.matcher(message).find()) {
            return Verdict.RETRY;
        }
        if (REFUSED.matcher(message).find()) {
            return Verdict.STOP;
        }
        return OF_ONE_ENTRY.matcher(message).find() ? Verdict.REPORT : Verdict.RETRY;
    }
}
