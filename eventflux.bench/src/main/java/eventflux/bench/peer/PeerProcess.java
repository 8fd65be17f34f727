package eventflux.bench.peer;

import eventflux.bench.peer.workload.Workloads;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One workload in a process of its own: what is compiled for one must not slow down the next. */
final class PeerProcess {

    private static final String MARK = "cost";

    private PeerProcess() {}

    /**
     * Compares and measures, and prints a line for each way.
     *
     * @param args place of the workload, pace, ways
     */
    public static void main(String[] args) {
        Workload workload = Workloads.at(Integer.parseInt(args[0]));
        Pace pace = args[1].equals("quick") ? Pace.QUICK : Pace.FULL;
        Trades trades = new Trades(workload.symbols());
        List<Lane> lanes = new ArrayList<>();
        for (String way : args[2].split(",")) {
            lanes.add(new Lane(workload, Way.valueOf(way), trades));
        }
        Agreement.check(workload, lanes);
        Slices.measure(lanes, pace)
                .forEach((way, cost) -> System.out.println(String.join(
                        " ", MARK, way.name(), Double.toString(cost.nanos()), Double.toString(cost.bytes()))));
        System.out.flush();
        // Peers leave threads behind.
        Runtime.getRuntime().halt(0);
    }

    /** What the lines of a process say. */
    static Map<Way, Cost> read(List<String> lines) {
        Map<Way, Cost> costs = new EnumMap<>(Way.class);
        lines.stream()
                .map(line -> line.split(" "))
                .filter(words -> words[0].equals(MARK))
                .forEach(words -> costs.put(
                        Way.valueOf(words[1]), new Cost(Double.parseDouble(words[2]), Double.parseDouble(words[3]))));
        return costs;
    }

    /** How it is started. */
    static List<String> command(int workload, String pace, List<Way> ways) {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED",
                "-Xms3g",
                "-Xmx3g",
                // Whoever allocates pays in its own slice: nothing is collected in the background.
                "-XX:+UseParallelGC",
                "-cp",
                System.getProperty("java.class.path"),
                PeerProcess.class.getName()));
        command.addAll(Arrays.asList(
                Integer.toString(workload),
                pace,
                String.join(",", ways.stream().map(Way::name).toList())));
        return command;
    }
}
