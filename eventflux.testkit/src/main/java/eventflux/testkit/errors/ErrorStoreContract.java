package eventflux.testkit.errors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eventflux.api.spi.errors.ErrorOrigin;
import eventflux.api.spi.errors.ErrorStore;
import eventflux.api.spi.errors.StoredError;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every error store must do; a store's test extends this. */
public abstract class ErrorStoreContract {

    /** For tests that say how a store is opened. */
    protected ErrorStoreContract() {}

    /** Opens the store; what was saved and not deleted is there again when {@link #isDurable} says so. */
    protected abstract ErrorStore open() throws IOException;

    /** Whether the store keeps what it has when it is closed. */
    protected abstract boolean isDurable();

    private static StoredError error(String application, long time, String shown) {
        byte[] payload = {0, -1, 127, (byte) shown.length()};
        return new StoredError(
                0, application, ErrorOrigin.SINK, "Out", "Out#2", time, "IOException", "gone", 4, shown, payload);
    }

    @Test
    void givesBackWhatItWasGivenInTheOrderOfNumbers() throws IOException {
        try (ErrorStore store = open()) {
            long first = store.save(error("app", 5, "one"));
            long second = store.save(error("app", 4, "two \u00e9\n"));

            assertTrue(second > first);
            assertEquals(
                    List.of(
                            error("app", 5, "one").numbered(first),
                            error("app", 4, "two \u00e9\n").numbered(second)),
                    store.list("app", 0, 10));
        }
    }

    @Test
    void listsInPages() throws IOException {
        try (ErrorStore store = open()) {
            long first = store.save(error("app", 1, "a"));
            long second = store.save(error("app", 2, "b"));
            store.save(error("app", 3, "c"));

            assertEquals(1, store.list("app", 0, 1).size());
            assertEquals(second, store.list("app", first, 1).get(0).number());
            assertEquals(List.of(), store.list("app", Long.MAX_VALUE - 1, 5));
        }
    }

    @Test
    void keepsApplicationsApart() throws IOException {
        String strange = "../a'b\"c %";
        try (ErrorStore store = open()) {
            long number = store.save(error(strange, 1, "a"));
            store.save(error("other", 1, "b"));

            assertEquals(1, store.count(strange));
            assertFalse(store.delete("other", number));
            assertEquals(1, store.purge("other", 9));
            assertEquals(1, store.count(strange));
            assertEquals(0, store.count("nobody"));
        }
    }

    @Test
    void deletesOnce() throws IOException {
        try (ErrorStore store = open()) {
            long number = store.save(error("app", 1, "a"));

            assertTrue(store.delete("app", number));
            assertFalse(store.delete("app", number));
            assertTrue(store.save(error("app", 1, "b")) > number);
        }
    }

    @Test
    void purgesWhatIsOlder() throws IOException {
        try (ErrorStore store = open()) {
            store.save(error("app", 10, "a"));
            long kept = store.save(error("app", 20, "b"));

            assertEquals(1, store.purge("app", 20));
            assertEquals(
                    List.of(kept),
                    store.list("app", 0, 5).stream().map(StoredError::number).toList());
        }
    }

    @Test
    void keepsWhatItHasWhereThatIsPromised() throws IOException {
        long number;
        try (ErrorStore store = open()) {
            number = store.save(error("app", 10, "a"));
        }
        if (isDurable()) {
            try (ErrorStore store = open()) {
                assertEquals(List.of(error("app", 10, "a").numbered(number)), store.list("app", 0, 5));
            }
        }
    }
}
