package eventflux.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderMemoryTest {

    @TempDir
    Path folder;

    @Test
    void loadsWhatItSaved() throws IOException {
        Path file = folder.resolve("stamps.properties");
        Map<Path, Stamp> stamps =
                Map.of(Path.of("/a b/\u00e9=:.jar"), new Stamp(12, 34), Path.of("x"), new Stamp(0, -1));

        new FolderMemory(file).save(stamps);

        assertThat(new FolderMemory(file).load()).isEqualTo(stamps);
    }

    @Test
    void knowsNothingBeforeTheFirstSave() throws IOException {
        assertThat(new FolderMemory(folder.resolve("none")).load()).isEmpty();
    }
}
