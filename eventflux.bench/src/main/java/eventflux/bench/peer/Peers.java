package eventflux.bench.peer;

import eventflux.bench.peer.workload.Workloads;
import eventflux.bench.report.Chart;
import eventflux.bench.report.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Compares the answers, then the processor time and the memory, and prints one table. */
public final class Peers {

    private final List<Workload> workloads = new ArrayList<>();
    private List<Way> ways = List.of(Way.values());
    private final Output output;
    private String pace = "full";

    private Peers(String[] args) {
        output = new Output(args);
        for (String arg : Output.others(args)) {
            read(arg);
        }
        if (workloads.isEmpty()) {
            workloads.addAll(Workloads.all());
        }
    }

    /**
     * Runs the workloads that are named, all when none is.
     *
     * @param args ids or titles of workloads, such as {@code W4} or {@code W11}; {@code --quick};
     *     {@code --ways=siddhi,typed}; {@code --save=FILE}
     * @throws IOException when no process can be started
     * @throws InterruptedException when this one is interrupted
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        new Peers(args).run();
    }

    private void read(String arg) {
        if (arg.equals("--quick")) {
            pace = "quick";
        } else if (arg.startsWith("--ways=")) {
            ways = Arrays.stream(arg.substring("--ways=".length()).split(","))
                    .map(way -> Way.valueOf(way.toUpperCase(Locale.ROOT)))
                    .toList();
        } else {
            workloads.addAll(Workloads.matching(arg));
        }
    }

    private void run() throws IOException, InterruptedException {
        PeerTable table = new PeerTable(System.out);
        for (Workload workload : workloads) {
            table.add(workload, PeerProcess.read(lines(workload)));
        }
        table.end();
        output.write(table.figures(), new Chart("Processor time of an event", "ns", false));
    }

    private List<String> lines(Workload workload) throws IOException, InterruptedException {
        // Peers say much there that nobody needs, unless one fails.
        Path complaints = Files.createTempFile("peers", ".txt");
        try {
            Process process = new ProcessBuilder(
                            PeerProcess.command(Workloads.all().indexOf(workload), pace, ways))
                    .redirectError(complaints.toFile())
                    .start();
            List<String> lines;
            try (Stream<String> output = process.inputReader().lines()) {
                lines = output.toList();
            }
            if (process.waitFor() != 0) {
                System.err.printf("%s failed%n%s", workload.id(), Files.readString(complaints));
            }
            return lines;
        } finally {
            Files.delete(complaints);
        }
    }
}
