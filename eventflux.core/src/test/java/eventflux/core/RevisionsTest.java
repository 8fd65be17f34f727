package eventflux.core;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.EngineOptions;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.core.catalog.ExtensionCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RevisionsTest {

    private final Logger logger = Logger.getLogger("eventflux.persistence");
    private final List<String> log = new ArrayList<>();
    private final Handler recorder = new Handler() {

        @Override
        public void publish(LogRecord line) {
            log.add(line.getLevel() + " " + line.getMessage() + " " + List.of(line.getParameters()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private final Revisions revisions =
            new Revisions("a", new Persistence(new ExtensionCatalog(), List::of), new EngineOptions().timeSource());

    @BeforeEach
    void listen() {
        logger.addHandler(recorder);
    }

    @AfterEach
    void listenNoMore() {
        logger.removeHandler(recorder);
    }

    private void attemptInVain(AppError reason, String cause) {
        revisions.attempt(() -> {
            throw new EventFluxException(Problem.of(reason, "application", "a", "cause", cause));
        });
    }

    private void attempt() {
        revisions.attempt(() -> {});
    }

    @Test
    void saysOnceThatAStateIsNotSavedAndOnceThatItIsAgain() {
        attempt();
        attemptInVain(AppError.SINKS_BEHIND, "");
        attemptInVain(AppError.SINKS_BEHIND, "");
        attemptInVain(AppError.REVISIONS_FAILED, "away");
        attemptInVain(AppError.REVISIONS_FAILED, "still away");
        attempt();
        attempt();
        attemptInVain(AppError.SINKS_BEHIND, "");

        assertThat(log).hasSize(4);
        assertThat(log.get(0)).startsWith("SEVERE").contains("a sink has not passed on");
        assertThat(log.get(1)).startsWith("SEVERE").contains("away").doesNotContain("still");
        assertThat(log.get(2)).isEqualTo("INFO application {0} is saved again [a]");
        assertThat(log.get(3)).startsWith("SEVERE").contains("a sink has not passed on");
    }
}
