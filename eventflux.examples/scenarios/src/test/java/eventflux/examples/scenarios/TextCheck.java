package eventflux.examples.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.EventFluxAppRuntime;
import eventflux.api.EventFluxManager;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.query.ParseResult;
import eventflux.api.query.QueryParser;
import eventflux.api.query.TextFormatter;
import eventflux.parser.SyntaxError;
import java.util.List;
import java.util.ServiceLoader;
import java.util.regex.Pattern;

/** That a text does no harm: it becomes an application or problems with places, and what can be read can be formatted. */
final class TextCheck {

    private static final Pattern CONNECTED = Pattern.compile("(?i)source|sink|store|extension");

    private final EventFluxManager manager;
    private final TextFormatter formatter =
            ServiceLoader.load(TextFormatter.class).findFirst().orElseThrow();
    private final QueryParser parser =
            ServiceLoader.load(QueryParser.class).findFirst().orElseThrow();

    TextCheck(EventFluxManager manager) {
        this.manager = manager;
    }

    /** Reads, analyses and formats it; whether nothing is wrong with it. */
    boolean read(String text) {
        List<Problem> problems = manager.validate(text);
        assertThat(problems).allMatch(problem -> problem.position().isPresent());
        boolean isReadable = problems.stream().noneMatch(problem -> problem.code() instanceof SyntaxError);
        if (isReadable) {
            String formatted = formatter.format(text);
            assertThat(tree(parser.parse(formatted))).as(formatted).isEqualTo(tree(parser.parse(text)));
        }
        return problems.stream().noneMatch(Problem::isError);
    }

    /** Makes an application of it as well, if it connects to nothing outside. */
    void run(String text) {
        boolean isRight = read(text);
        if (!CONNECTED.matcher(text).find()) {
            make(text, isRight);
        }
    }

    // What fits its descriptions may still be refused by an extension.
    private void make(String text, boolean isRight) {
        try {
            EventFluxAppRuntime app = manager.createEventFluxAppRuntime(text);
            assertThat(isRight).isTrue();
            app.shutdown();
        } catch (EventFluxException refused) {
            assertThat(refused.problems()).isNotEmpty();
        }
    }

    private static String tree(ParseResult result) {
        assertThat(result.problems()).isEmpty();
        return result.application().toString().replaceAll("position=[^,\\]]*(\\[[^]]*])?", "");
    }
}
