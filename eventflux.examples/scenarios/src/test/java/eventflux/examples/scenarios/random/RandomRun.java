package eventflux.examples.scenarios.random;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.LogManager;

/**
 * Runs random applications in all manners for as long as one likes, and says how far it is; the script {@code random} starts it. The exit
 * code is 1 if there was a finding.
 */
final class RandomRun {

    private static final long TOLD_EVERY = 200;

    private final PrintStream out;
    private final Engines engines = new Engines();
    private final Check check = new Check(engines);
    private final Map<String, Integer> kinds = new TreeMap<>();
    private int findings;

    private RandomRun(PrintStream out) {
        this.out = out;
    }

    /** Arguments: how many applications, and the number of the first if that is not 0. */
    public static void main(String[] arguments) {
        // Rows that fail are part of the game.
        LogManager.getLogManager().reset();
        long first = arguments.length > 1 ? Long.parseLong(arguments[1]) : 0;
        RandomRun run = new RandomRun(System.out);
        run.run(first, first + Long.parseLong(arguments[0]));
        System.exit(run.findings == 0 ? 0 : 1);
    }

    private void run(long first, long end) {
        long begin = System.nanoTime();
        for (long seed = first; seed < end; seed++) {
            Application application = RandomApplication.of(seed);
            application.kinds().forEach(kind -> kinds.merge(kind, 1, Integer::sum));
            List<Check.Finding> found = check.findings(seed, application);
            found.forEach(out::println);
            findings += found.size();
            long done = seed + 1 - first;
            if (done % TOLD_EVERY == 0 || seed + 1 == end) {
                long seconds = (System.nanoTime() - begin) / 1_000_000_000;
                out.println(done + " applications, " + findings + " findings, " + seconds + " s");
            }
        }
        out.println(kinds);
    }
}
