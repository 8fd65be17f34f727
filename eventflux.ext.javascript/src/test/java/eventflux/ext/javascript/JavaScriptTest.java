package eventflux.ext.javascript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eventflux.api.spi.script.Script;
import eventflux.api.spi.script.ScriptLanguage;
import eventflux.testkit.script.ScriptContract;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JavaScriptTest extends ScriptContract {

    @Override
    protected ScriptLanguage language() {
        return new JavaScript();
    }

    @Override
    protected String argumentByNumber(int number) {
        return "return data[" + number + "];";
    }

    @Override
    protected String argumentByName(String name) {
        return "return " + name + ";";
    }

    @Override
    protected String broken() {
        return "return (1";
    }

    @Override
    protected String failing() {
        return "throw new Error('no');";
    }

    @Test
    void saysInWhichLineAScriptIsWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> language().compile(new Script("f", List.of(), "var a = 1;\nreturn a +;")))
                .withMessageContaining("line 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return java.lang.System.nanoTime();",
                "return Packages.java.lang.Runtime;",
                "return data[0].getClass().forName('java.lang.Runtime');",
                "importClass(java.io.File); return 1;"
            })
    void hidesJava(String script) {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> call(script, "text"));
    }

    @Test
    void stopsAScriptWithoutEnd() {
        assertThatExceptionOfType(BoundedContexts.EndlessScriptError.class)
                .isThrownBy(() -> call("while (true) { try { data[0]++; } catch (e) { } }", 1));
    }

    @Test
    void computesLikeJavaScript() {
        assertThat(call("return data[0] + data[1];", "a", 1)).isEqualTo("a1");
        assertThat(((Number) call("return data[0] + data[1];", 2, 3L)).intValue())
                .isEqualTo(5);
        assertThat(call("return data.length;", 2, 3L)).isEqualTo(2);
        assertThat(call("return data[0].replace(/[0-9]+/g, '#');", "a12b3")).isEqualTo("a#b#");
        assertThat(call("let sum = 0; for (let x of data) { sum += x; } return sum / 2;", 2, 3.5))
                .isEqualTo(2.75);
        assertThat(call("const f = (a, b) => a > b; return f(data[0], data[1]);", 2, 1))
                .isEqualTo(true);
    }

    @Test
    void takesAndGivesListsAndMaps() {
        assertThat(call("return data[0].map(x => x + 1).length;", List.of(1, 2)))
                .isEqualTo(2);
        assertThat(call("return {name: data[0].a, all: [1, 'x', null]};", Map.of("a", "b")))
                .isEqualTo(Map.of("name", "b", "all", Arrays.asList(1, "x", null)));
        assertThat(call("return data[0].length;", Set.of("a"))).isEqualTo(1);
    }
}
