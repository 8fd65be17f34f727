package eventflux.examples.scenarios;

import eventflux.api.EventFluxManager;
import java.nio.file.Path;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

/** Some of the many texts that {@link FuzzRun} goes through. */
class TextsFuzzTest {

    private static final int TEXTS = 300;

    @Test
    void everyMutatedTextBecomesAnApplicationOrProblems() {
        check(MutatedTexts.of(Path.of("files"))::text);
    }

    @Test
    void everyGrownTextBecomesAnApplicationOrProblems() {
        check(GrownTexts.of(Path.of("files"))::text);
    }

    private static void check(LongFunction<String> texts) {
        try (EventFluxManager manager = EventFluxManager.create()) {
            TextCheck check = new TextCheck(manager);
            for (long number = 0; number < TEXTS; number++) {
                String text = texts.apply(number);
                try {
                    check.run(text);
                } catch (RuntimeException | Error e) {
                    throw new AssertionError("text " + number + ":\n" + text, e);
                }
            }
        }
    }
}
