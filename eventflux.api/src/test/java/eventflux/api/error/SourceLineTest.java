package eventflux.api.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceLineTest {

    @Test
    void hidesTheValuesOfSecretSettings() {
        assertThat(SourceLine.shown(
                        "WITH (\"kafka.topic\" = 'a', \"kafka.sasl.password\"='it''s', \"http.auth.token\" = 'x')"))
                .isEqualTo("WITH (\"kafka.topic\" = 'a', \"kafka.sasl.password\"='*****', \"http.auth.token\" = '*')");
        assertThat(SourceLine.shown("@source(type = 'jdbc', password = \"s3cret\", url='u')"))
                .isEqualTo("@source(type = 'jdbc', password = \"******\", url='u')");
    }

    @Test
    void hidesPasswordsInAddresses() {
        assertThat(SourceLine.shown("uri = 'amqp://ann:secret@mq:5672'"))
                .isEqualTo("uri = 'amqp://ann:******@mq:5672'");
    }

    @Test
    void hidesTheRestOfALineWhereASecretIsNotClosed() {
        assertThat(SourceLine.shown("password = 'secret, topic = x")).isEqualTo("password = '*****************");
    }

    @Test
    void keepsEverythingElseAndTheLength() {
        String line = "INSERT INTO Out SELECT a AS token, 'b' AS c FROM In WHERE price = 5 AND name = 'x$1'";

        assertThat(SourceLine.shown(line)).isEqualTo(line);
    }

    @Test
    void hidesSecretParametersOfAddresses() {
        assertThat(SourceLine.shown("url = 'jdbc:mariadb://h/db?user=ann&password=abc&ssl=true'"))
                .isEqualTo("url = 'jdbc:mariadb://h/db?user=ann&password=***&ssl=true'");
        assertThat(SourceLine.shown("url = 'jdbc:h2:./db;USER=ann;PASSWORD=abcd'"))
                .isEqualTo("url = 'jdbc:h2:./db;USER=ann;PASSWORD=****'");
    }
}
