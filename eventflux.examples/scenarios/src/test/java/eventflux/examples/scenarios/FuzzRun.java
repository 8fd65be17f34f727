package eventflux.examples.scenarios;

import eventflux.api.EventFluxManager;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Goes through {@linkplain MutatedTexts mutated} and {@linkplain GrownTexts grown} texts in turns for as long as one likes, and says how far
 * it is; the script {@code fuzz} starts it. An application is made of every fifth text. Each finding of a kind is printed once, with the
 * text, and the run goes on; the exit code is 1 if there was one.
 */
final class FuzzRun {

    private static final long MADE_EVERY = 5;
    private static final long TOLD_EVERY = 10_000;

    private final MutatedTexts mutated = MutatedTexts.of(Path.of("files"));
    private final GrownTexts grown = GrownTexts.of(Path.of("files"));
    private final PrintStream out;
    private final Set<String> findings = new HashSet<>();

    private FuzzRun(PrintStream out) {
        this.out = out;
    }

    /** Arguments: how many texts, and the number of the first if that is not 0. */
    public static void main(String[] arguments) {
        long first = arguments.length > 1 ? Long.parseLong(arguments[1]) : 0;
        FuzzRun run = new FuzzRun(System.out);
        run.run(first, first + Long.parseLong(arguments[0]));
        System.exit(run.findings.isEmpty() ? 0 : 1);
    }

    private void run(long first, long end) {
        long begin = System.nanoTime();
        try (EventFluxManager manager = EventFluxManager.create()) {
            TextCheck check = new TextCheck(manager);
            for (long number = first; number < end; number++) {
                check(check, number);
                long done = number + 1 - first;
                if (done % TOLD_EVERY == 0 || number + 1 == end) {
                    long seconds = (System.nanoTime() - begin) / 1_000_000_000;
                    out.println(done + " texts, " + findings.size() + " findings, " + seconds + " s");
                }
            }
        }
    }

    private void check(TextCheck check, long number) {
        String text = number % 2 == 0 ? mutated.text(number) : grown.text(number);
        try {
            if (number % MADE_EVERY == 0) {
                check.run(text);
            } else {
                check.read(text);
            }
        } catch (RuntimeException | Error e) {
            String kind = Arrays.stream(e.getStackTrace())
                    .limit(4)
                    .map(StackTraceElement::toString)
                    .collect(Collectors.joining(" ", e.getClass() + " ", ""));
            if (findings.add(kind)) {
                out.println("text " + number + ":\n" + text);
                e.printStackTrace(out);
            }
        }
    }
}
