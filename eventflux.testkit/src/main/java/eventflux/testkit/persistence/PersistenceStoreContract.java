package eventflux.testkit.persistence;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eventflux.api.spi.ExtensionDescriptor;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.persistence.DamagedRevisionException;
import eventflux.api.spi.persistence.PersistenceStore;
import eventflux.api.spi.persistence.PersistenceStoreFactory;
import eventflux.testkit.connector.TypedSettings;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * What every persistence store owes the engine. The test of a store extends this class and says where each test has a place of its
 * own, empty at first.
 */
public abstract class PersistenceStoreContract {

    private static final String APP = "stocks";
    /** Names that a file system or a database may stumble over. */
    private static final List<String> NAMES =
            List.of("a b", "a/b", "../a", ".", "..", "a'b", "a\"b", "a%2Fb", "ä€", "*", "a+b", "CON:", "a\\b");

    /** The factory of the store under test. */
    protected abstract PersistenceStoreFactory factory();

    /** The settings of this test's place. */
    protected abstract Map<String, String> settings();

    /** Changes a byte of the state of a revision behind the back of the store, which is closed. */
    protected abstract void damage(String application, long revision) throws Exception;

    private PersistenceStore open() throws IOException {
        return factory().open(TypedSettings.of(factory().getClass(), settings()));
    }

    @Test
    final void describesItself() {
        ExtensionDescriptor descriptor = ExtensionDescriptor.of(factory().getClass(), "test");

        assertAll(
                () -> assertEquals(ExtensionKind.PERSISTENCE_STORE, descriptor.kind()),
                () -> assertFalse(descriptor.name().isBlank(), "the name is empty"),
                () -> assertTrue(descriptor.description().endsWith("."), "the description is no sentence"),
                () -> assertDoesNotThrow(() -> factory().getClass().getConstructor(), "no public constructor"));
    }

    @Test
    final void knowsNothingAtFirst() throws IOException {
        try (PersistenceStore store = open()) {
            assertEquals(List.of(), store.revisions(APP));
            assertThrows(FileNotFoundException.class, () -> store.load(APP, 1));
            store.delete(APP, 1);
        }
    }

    @Test
    final void givesBackWhatItWasGivenAfterItWasOpenedAgain() throws IOException {
        byte[] large = new byte[3_000_000];
        new Random(7).nextBytes(large);
        try (PersistenceStore store = open()) {
            store.save(APP, 1_763_735_344_123L, large);
            store.save(APP, 9, new byte[0]);
        }

        try (PersistenceStore store = open()) {
            assertEquals(List.of(9L, 1_763_735_344_123L), store.revisions(APP), "not oldest first");
            assertArrayEquals(large, store.load(APP, 1_763_735_344_123L));
            assertArrayEquals(new byte[0], store.load(APP, 9));
        }
    }

    @Test
    final void replacesARevisionOfTheSameNumber() throws IOException {
        try (PersistenceStore store = open()) {
            store.save(APP, 1, new byte[] {1, 2, 3});
            store.save(APP, 1, new byte[] {4});

            assertEquals(List.of(1L), store.revisions(APP));
            assertArrayEquals(new byte[] {4}, store.load(APP, 1));
        }
    }

    @Test
    final void keepsApplicationsApartWhateverTheirNames() throws IOException {
        try (PersistenceStore store = open()) {
            for (int i = 0; i < NAMES.size(); i++) {
                store.save(NAMES.get(i), i, new byte[] {(byte) i});
            }
        }

        try (PersistenceStore store = open()) {
            for (int i = 0; i < NAMES.size(); i++) {
                assertEquals(List.of((long) i), store.revisions(NAMES.get(i)), NAMES.get(i));
                assertArrayEquals(new byte[] {(byte) i}, store.load(NAMES.get(i), i), NAMES.get(i));
            }
            store.delete(NAMES.get(0), 0);
            assertEquals(List.of(), store.revisions(NAMES.get(0)));
            assertEquals(List.of(1L), store.revisions(NAMES.get(1)));
        }
    }

    @Test
    final void tellsADamagedRevisionFromAGoodOne() throws Exception {
        try (PersistenceStore store = open()) {
            store.save(APP, 1, new byte[] {1, 2, 3});
            store.save(APP, 2, new byte[] {4, 5, 6});
        }

        damage(APP, 2);

        try (PersistenceStore store = open()) {
            assertEquals(List.of(1L, 2L), store.revisions(APP));
            assertThrows(DamagedRevisionException.class, () -> store.load(APP, 2));
            assertArrayEquals(new byte[] {1, 2, 3}, store.load(APP, 1));
            store.save(APP, 2, new byte[] {7});
            assertArrayEquals(new byte[] {7}, store.load(APP, 2));
        }
    }

    @Test
    final void doesWhatAMapWouldDo() throws IOException {
        Random random = new Random(42);
        TreeMap<Long, byte[]> model = new TreeMap<>();
        PersistenceStore store = open();
        for (int step = 0; step < 200; step++) {
            long revision = random.nextInt(6);
            switch (random.nextInt(5)) {
                case 0 -> {
                    store.delete(APP, revision);
                    model.remove(revision);
                }
                case 1 -> {
                    store.close();
                    store = open();
                }
                default -> {
                    byte[] state = new byte[random.nextInt(100)];
                    random.nextBytes(state);
                    store.save(APP, revision, state);
                    model.put(revision, state);
                }
            }
            assertEquals(List.copyOf(model.keySet()), store.revisions(APP), "after step " + step);
            for (Map.Entry<Long, byte[]> one : model.entrySet()) {
                assertArrayEquals(one.getValue(), store.load(APP, one.getKey()), "after step " + step);
            }
        }
        store.close();
    }
}
