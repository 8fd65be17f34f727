package eventflux.ext.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import eventflux.api.spi.persistence.PersistenceStoreFactory;
import eventflux.testkit.persistence.PersistenceStoreContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStoreTest extends PersistenceStoreContract {

    @TempDir
    private Path folder;

    @Override
    protected PersistenceStoreFactory factory() {
        return new FileStoreFactory();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("path", folder.resolve("state").toString());
    }

    private Path file(String application, String name) {
        return folder.resolve("state").resolve(application).resolve(name);
    }

    @Override
    protected void damage(String application, long revision) throws IOException {
        Path file = file(application, revision + ".state");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1]++;
        Files.write(file, bytes);
    }

    @Test
    void refusesAFileThatWasCutShort() throws IOException {
        try (FileStore store = FileStore.open(folder.resolve("state"))) {
            store.save("app", 1, new byte[100]);
            byte[] whole = Files.readAllBytes(file("app", "1.state"));
            for (int length : new int[] {0, 3, 15, 16, whole.length - 1}) {
                Files.write(file("app", "1.state"), java.util.Arrays.copyOf(whole, length));

                assertThatIOException().as("%d bytes", length).isThrownBy(() -> store.load("app", 1));
            }
        }
    }

    @Test
    void passesOverWhatWasNotWrittenToTheEnd() throws IOException {
        try (FileStore store = FileStore.open(folder.resolve("state"))) {
            store.save("app", 1, new byte[] {1});
            Files.write(file("app", "2.writing"), new byte[] {2});

            assertThat(store.revisions("app")).containsExactly(1L);
        }
    }

    @Test
    void saysThatItsPlaceIsNoFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("state"), "x");

        assertThatIOException().isThrownBy(() -> FileStore.open(file)).withMessage(file + " is no folder");
    }

    @Test
    void isUsedByOneAtATime() throws IOException {
        FileStore store = FileStore.open(folder.resolve("state"));

        assertThatIOException()
                .isThrownBy(() -> FileStore.open(folder.resolve("state")))
                .withMessageContaining("another process");
        store.close();
        FileStore.open(folder.resolve("state")).close();
    }
}
