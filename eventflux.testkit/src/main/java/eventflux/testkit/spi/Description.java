package eventflux.testkit.spi;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eventflux.api.spi.ExtensionDescriptor;
import eventflux.api.spi.ExtensionKind;

/** What the description of every extension owes those who read the reference page. */
public final class Description {

    private Description() {}

    /** Fails unless a factory is described whole, as one of a kind, and can be made by the service registry. */
    public static void check(Class<?> factory, ExtensionKind kind) {
        ExtensionDescriptor descriptor = ExtensionDescriptor.of(factory, "test");
        assertAll(
                () -> assertEquals(kind, descriptor.kind()),
                () -> assertFalse(descriptor.name().isBlank(), "the name is empty"),
                () -> assertSentence(descriptor.description(), "the description"),
                () -> assertFalse(descriptor.examples().isEmpty(), "there is no example"),
                () -> assertDoesNotThrow(() -> factory.getConstructor(), "no public constructor"),
                () -> assertAll(descriptor.parameters().stream()
                        .map(parameter -> () -> assertSentence(parameter.description(), parameter.name()))));
    }

    /** Fails unless a text is a sentence. */
    static void assertSentence(String text, String of) {
        assertTrue(text.endsWith("."), of + " is described by no sentence: " + text);
    }
}
