package eventflux.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.deploy.ApplicationHeader.Clause;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApplicationHeaderTest {

    @Test
    void readsPathsAndNamesInOrder() {
        ApplicationHeader header =
                ApplicationHeader.parse("apps/*.eventflux, /audit.eventflux;version=1;name=\"Audit, monthly\"");

        assertThat(header.clauses())
                .containsExactly(
                        new Clause("apps/*.eventflux", Optional.empty()),
                        new Clause("audit.eventflux", Optional.of("Audit, monthly")));
    }

    @Test
    void readsBackWhatItWrites() {
        String header = ApplicationHeader.of("app.eventflux", "it's; a \"name\"");

        assertThat(ApplicationHeader.parse(header).clauses())
                .containsExactly(new Clause("app.eventflux", Optional.of("it's; a 'name'")));
    }
}
