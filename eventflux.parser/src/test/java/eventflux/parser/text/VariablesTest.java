package eventflux.parser.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VariablesTest {

    private final ProblemList problems = new ProblemList();
    private final Variables variables = new Variables(name -> Optional.ofNullable(
            Map.of("host", "example.org", "n", "3", "none", "").get(name)));

    private String substitute(String text) {
        return variables.substitute(text, problems).text();
    }

    @Test
    void putsValuesIntoStringsAndOutside() {
        String text = substitute("@a(b='http://${host}/x') from S#window.length(${n})${none};");

        assertThat(text).isEqualTo("@a(b='http://example.org/x') from S#window.length(3);");
        assertThat(problems.size()).isZero();
    }

    @Test
    void leavesCommentsAlone() {
        String text = substitute("-- ${no}\n/* ${no} */ ${n} '-- ${n}' \"/* ${n}\"");

        assertThat(text).isEqualTo("-- ${no}\n/* ${no} */ 3 '-- 3' \"/* 3\"");
        assertThat(problems.size()).isZero();
    }

    @Test
    void reportsAVariableWithoutAValueAndPutsItsNameThere() {
        String text = substitute("from S\n  [a > ${the.limit}]");

        assertThat(text).isEqualTo("from S\n  [a > the_limit]");
        assertThat(problems.sorted().get(0))
                .hasToString("2:8 error unknown-variable:"
                        + " the variable the.limit is neither a system property nor in the environment");
    }

    @Test
    void takesSystemPropertiesBeforeTheEnvironment() {
        Variables ofProcess = Variables.ofProcess();

        String text = ofProcess.substitute("${java.version} ${PATH}", problems).text();

        assertThat(text).isEqualTo(System.getProperty("java.version") + " " + System.getenv("PATH"));
    }

    @Test
    void leavesWhatIsNoVariable() {
        String text = "$ ${ ${1} ${a b} $n {n} {{n}}";

        assertThat(substitute(text)).isEqualTo(text);
    }

    @Test
    void keepsThePlacesOfTheOriginalText() {
        SourceText text = variables.substitute("a ${host} b\n${n} c ${n}", problems);

        assertThat(text.text()).isEqualTo("a example.org b\n3 c 3");
        assertThat(text.at(0, 0)).hasToString("1:1");
        assertThat(text.at(2, 12)).hasToString("1:3");
        assertThat(text.at(2, 12).length()).isEqualTo("${host}".length());
        assertThat(text.at(5, 6)).as("inside a value: the whole variable").isEqualTo(text.at(2, 12));
        assertThat(text.at(14, 14)).hasToString("1:11");
        assertThat(text.at(16, 16)).hasToString("2:1");
        assertThat(text.at(18, 18)).hasToString("2:6");
        assertThat(text.at(20, 20)).hasToString("2:8");
    }
}
