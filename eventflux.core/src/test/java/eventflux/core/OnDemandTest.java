package eventflux.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eventflux.api.EventFluxAppRuntime;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnDemandTest {

    private final EngineFixture fixture = new EngineFixture();
    private EventFluxAppRuntime app;

    @BeforeEach
    void start() {
        app = fixture.engine.deploy("app", "define table T (k string, v int);");
        app.start();
        app.query("INSERT INTO T VALUES ('a', 2147483647), ('b', 1)");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private Problem refusal(String query) {
        return catchThrowableOfType(EventFluxException.class, () -> app.query(query))
                .problems()
                .get(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT v + 1 AS n FROM T",
                "SELECT k FROM T WHERE v + 1 > 0",
                "UPDATE T SET v = v + 1 WHERE TRUE",
                "DELETE FROM T WHERE v + 1 > 0",
                "INSERT INTO T SELECT k, v + 1 AS v FROM T"
            })
    void saysThatARowFailed(String query) {
        Problem problem = refusal(query);

        assertThat(problem.code()).isEqualTo(AppError.QUERY_FAILED);
        assertThat(problem.message()).isEqualTo("the query fails on a row: integer overflow");
    }

    @Test
    void hasNoTimeToHoldRowsBack() {
        Problem problem = refusal("SELECT k FROM T OUTPUT EVERY 5 SECONDS");

        assertThat(problem.code().code()).isEqualTo("not-supported-yet");
        assertThat(problem.position()).hasToString("Optional[1:17]");
    }
}
