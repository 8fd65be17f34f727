package eventflux.testkit.script;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eventflux.api.spi.ExtensionDescriptor;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.script.Script;
import eventflux.api.spi.script.ScriptFunction;
import eventflux.api.spi.script.ScriptLanguage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every language of scripts owes the engine. The test of a language extends this class and writes a few scripts in it. */
public abstract class ScriptContract {

    /** The language under test. */
    protected abstract ScriptLanguage language();

    /** A script that gives the argument with a number, counted from zero. */
    protected abstract String argumentByNumber(int number);

    /** A script that gives the argument with a name. */
    protected abstract String argumentByName(String name);

    /** A text that is no script of the language. */
    protected abstract String broken();

    /** A script that fails whenever it is called. */
    protected abstract String failing();

    /** What a script without names of parameters gives for some arguments. */
    protected final Object call(String script, Object... arguments) {
        return language().compile(new Script("f", List.of(), script)).call(arguments);
    }

    @Test
    final void describesItself() {
        ExtensionDescriptor descriptor = ExtensionDescriptor.of(language().getClass(), "test");

        assertAll(
                () -> assertEquals(ExtensionKind.SCRIPT_LANGUAGE, descriptor.kind()),
                () -> assertFalse(descriptor.name().isBlank(), "the name is empty"),
                () -> assertTrue(descriptor.description().endsWith("."), "the description is no sentence"),
                () -> assertFalse(descriptor.examples().isEmpty(), "there is no example"));
    }

    @Test
    final void givesArgumentsByNumber() {
        assertEquals("b", call(argumentByNumber(1), "a", "b"));
        assertEquals(7.5, ((Number) call(argumentByNumber(0), 7.5, "b")).doubleValue());
        assertEquals(true, call(argumentByNumber(0), true));
    }

    @Test
    final void givesArgumentsByName() {
        ScriptFunction script = language().compile(new Script("f", List.of("one", "two"), argumentByName("two")));

        assertEquals("b", script.call(new Object[] {"a", "b"}));
        assertEquals("d", script.call(new Object[] {"c", "d"}));
    }

    @Test
    final void passesNulls() {
        assertNull(call(argumentByNumber(0), (Object) null));
        assertEquals("b", call(argumentByNumber(1), null, "b"));
    }

    @Test
    final void keepsScriptsApart() {
        ScriptLanguage language = language();
        ScriptFunction first = language.compile(new Script("f", List.of(), argumentByNumber(0)));
        ScriptFunction second = language.compile(new Script("f", List.of(), argumentByNumber(1)));

        assertEquals("a", first.call(new Object[] {"a", "b"}));
        assertEquals("b", second.call(new Object[] {"a", "b"}));
    }

    @Test
    final void refusesWhatIsNoScript() {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class, () -> language().compile(new Script("f", List.of(), broken())));

        assertNotNull(refusal.getMessage());
    }

    @Test
    final void failsWithAnExceptionAndGoesOn() {
        ScriptLanguage language = language();
        ScriptFunction failing = language.compile(new Script("f", List.of(), failing()));
        ScriptFunction other = language.compile(new Script("g", List.of(), argumentByNumber(0)));

        assertThrows(RuntimeException.class, () -> failing.call(new Object[0]));
        assertThrows(RuntimeException.class, () -> failing.call(new Object[0]));
        assertEquals("a", other.call(new Object[] {"a"}));
    }
}
