package eventflux.examples.scenarios;

import eventflux.api.EventFluxManager;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Some {@linkplain MutatedTexts mutated texts} of the many that {@link FuzzRun} goes through. */
class MutatedTextsFuzzTest {

    private static final int TEXTS = 600;

    @Test
    void everyTextBecomesAnApplicationOrProblems() {
        MutatedTexts texts = MutatedTexts.of(Path.of("files"));
        try (EventFluxManager manager = EventFluxManager.create()) {
            TextCheck check = new TextCheck(manager);
            for (long number = 0; number < TEXTS; number++) {
                String text = texts.text(number);
                try {
                    check.run(text);
                } catch (RuntimeException | Error e) {
                    throw new AssertionError("text " + number + ":\n" + text, e);
                }
            }
        }
    }
}
