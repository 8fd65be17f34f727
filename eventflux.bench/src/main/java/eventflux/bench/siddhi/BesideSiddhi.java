package eventflux.bench.siddhi;

import java.util.Map;
import java.util.TreeMap;

/**
 * Runs random applications in this engine and in Siddhi and compares what they give. Run as {@code eventflux.bench/bench beside-siddhi [HOW
 * MANY [FIRST]]}; a number stands for the same application always, so that what differs is run again with {@code 1 NUMBER}. Ends with 1 if
 * something differs.
 */
public final class BesideSiddhi {

    private static final int MANY = 500;

    private final Map<String, Integer> kinds = new TreeMap<>();
    private long rows;
    private int refused;
    private int silent;
    private int different;

    private BesideSiddhi() {}

    /**
     * Compares.
     *
     * @param args how many applications, and the number of the first
     */
    public static void main(String[] args) {
        // What Siddhi logs would hide what is printed here.
        System.setProperty("org.apache.logging.log4j.level", "OFF");
        // Its threads would keep the process alive.
        Thread.setDefaultUncaughtExceptionHandler((thread, problem) -> {
            problem.printStackTrace();
            Runtime.getRuntime().halt(2);
        });
        int many = args.length > 0 ? Integer.parseInt(args[0]) : MANY;
        long first = args.length > 1 ? Long.parseLong(args[1]) : 0;
        BesideSiddhi all = new BesideSiddhi();
        for (long number = first; number < first + many; number++) {
            all.compare(number);
        }
        all.print(many);
        System.exit(all.different == 0 ? 0 : 1);
    }

    private void compare(long number) {
        Application application = RandomApplication.of(number);
        application.kinds().forEach(kind -> kinds.merge(kind, 1, Integer::sum));
        Comparison comparison = Comparison.of(application);
        rows += comparison.theirs().rows();
        if (comparison.isRefusedByBoth()) {
            refused++;
        } else if (comparison.theirs().rows() == 0) {
            silent++;
        }
        if (comparison.differs()) {
            different++;
            System.out.println(Report.of(number, Shrinking.of(comparison)));
        }
    }

    private void print(int many) {
        kinds.forEach((kind, count) -> System.out.printf("%6d %s%n", count, kind));
        System.out.printf(
                "%d applications with %d rows; %d without a row, %d refused by both, %d different%n",
                many, rows, silent, refused, different);
    }
}
