package eventflux.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.error.Problem;
import eventflux.api.error.SourcePosition;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ApplicationTextTest {

    @Test
    void findsTheNameThatTheTextGives() {
        assertThat(ApplicationText.nameIn("@app:name('Stocks of today')\ndefine stream S (a int);"))
                .contains("Stocks of today");
        assertThat(ApplicationText.nameIn("@App:Name(\"x\")")).contains("x");
        assertThat(ApplicationText.nameIn("define stream S (a int);")).isEmpty();
    }

    @Test
    void tellsThePlaceOfTheFirstByteThatIsNotUtf8() {
        byte[] latin1 = "-- ok\n-- caf\u00e9".getBytes(StandardCharsets.ISO_8859_1);

        ApplicationText text = ApplicationText.decode("a.eventflux", "a", latin1);

        assertThat(text.flaw()).get().satisfies(flaw -> {
            assertThat(flaw.code()).isEqualTo(DeployProblem.TEXT_NOT_UTF8);
            assertThat(flaw.position()).contains(new SourcePosition(2, 7, 1));
        });
    }

    @Test
    void saysThatATextIsEmpty() {
        ApplicationText text = ApplicationText.decode("a", "a", " \n".getBytes(StandardCharsets.UTF_8));

        assertThat(text.flaw()).get().extracting(Problem::code).isEqualTo(DeployProblem.TEXT_EMPTY);
    }

    @Test
    void passesOverAByteOrderMark() {
        ApplicationText text = ApplicationText.decode("a", "a", "\uFEFFselect".getBytes(StandardCharsets.UTF_8));

        assertThat(text.text()).isEqualTo("select");
        assertThat(text.flaw()).isEmpty();
    }
}
