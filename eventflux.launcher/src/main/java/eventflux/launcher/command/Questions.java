package eventflux.launcher.command;

import eventflux.api.Event;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.QueryResult;
import eventflux.api.error.EventFluxException;
import eventflux.launcher.ExitCode;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Queries on demand that are asked at the end of a run.
 *
 * @param texts in the order of the command line
 * @param out takes the rows as CSV, the names of the columns first
 */
record Questions(List<String> texts, PrintWriter out) {

    static final Questions NONE = new Questions(List.of(), new PrintWriter(Writer.nullWriter()));

    Questions {
        texts = List.copyOf(texts);
        Objects.requireNonNull(out, "out");
    }

    /** Whether there is nothing to wait for before they are asked: an application without sources has no end of input. */
    boolean areAllThatHappens(EventFluxAppRuntime application) {
        return !texts.isEmpty()
                && application.connections().stream()
                        .noneMatch(connection -> connection.kind().equals("source"));
    }

    /** Asks all; answers the exit code. */
    int ask(EventFluxAppRuntime application, ProblemReport report) {
        int code = ExitCode.OK;
        for (String text : texts) {
            try {
                print(application.query(text));
            } catch (EventFluxException wrong) {
                code = report.print(new ApplicationText(Path.of("query"), text), wrong.problems());
            }
        }
        out.flush();
        return code;
    }

    private void print(QueryResult result) {
        if (result.schema().size() == 0) {
            return;
        }
        out.println(line(result.schema().names().stream()));
        for (Event event : result.events()) {
            out.println(line(Arrays.stream(event.data())));
        }
    }

    private static String line(Stream<?> values) {
        return values.map(Questions::field).collect(Collectors.joining(","));
    }

    // An empty field is null, a quoted empty one an empty text.
    private static String field(Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        boolean isPlain = !text.isEmpty() && text.chars().noneMatch(one -> ",\"\r\n".indexOf(one) >= 0);
        return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
