package io.multichat.app.run;

import io.multichat.app.data.RunFile;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;

/** What {@code dev} prints when everything runs: the addresses, and commands to try. */
record Welcome(DevOptions options, RunFile run, Stores stores) {
    void print(PrintStream out, long beganAtNanos) {
        double seconds = (System.nanoTime() - beganAtNanos) / 1e9;
        boolean defaultDir = options.dataDir().normalize().equals(Path.of("data"));
        String flag = defaultDir ? "" : " --data-dir " + options.dataDir();
        out.printf(Locale.ROOT, "%nMultichat is ready after %.1f s.%n%n", seconds);
        out.printf("  HTTP      %s%n", run.server());
        out.printf("  Kafka     %s%n", run.bootstrapServers());
        out.printf("  Redis     %s%n", hosts(run.redis()));
        out.printf("  SQLite    %s%n", stores.sqlite());
        out.printf("  Archive   %s%n%n", stores.archive());
        out.printf("Try these in another terminal:%n%n");
        out.printf("  ./multichat publish%s --platform slack --channel general --sender ada --text 'Hello'%n", flag);
        out.printf("  ./multichat sessions%s%n", flag);
        out.printf("  ./multichat show%s SESSION-ID%n", flag);
        out.printf("  ./multichat import%s --format jsonl --wait FILE%n", flag);
        if (options.demoRate().isEmpty()) {
            out.printf("%nNo chat of your own yet? Restart with --demo to generate some.%n");
        }
        out.printf("%nPress Ctrl-C to stop. Run the same command again to continue with the same data.%n");
        out.flush();
    }

    /** The part of a Redis URI that is not secret. */
    private static String hosts(String redisUri) {
        return redisUri.replaceFirst("^.*(//|@)", "");
    }
}
