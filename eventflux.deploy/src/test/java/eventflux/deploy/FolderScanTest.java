package eventflux.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.deploy.FolderScan.Change;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FolderScanTest {

    private static final long NOW = 1_000_000;
    private static final Path FILE = Path.of("deploy", "a.jar");
    private static final Map<Path, Stamp> NOTHING = Map.of();

    private final FolderScan scan = new FolderScan(NOTHING, file -> true);

    @Test
    void takesAFileWhenTwoLooksFindItTheSame() {
        assertThat(scan.look(file(10, NOW), NOW)).isEmpty();
        assertThat(scan.look(file(10, NOW), NOW + 250)).containsExactly(new Change(FILE, false));
        assertThat(scan.look(file(10, NOW), NOW + 500)).isEmpty();
    }

    @Test
    void leavesAFileAloneWhileItGrows() {
        for (int size = 0; size < 10; size++) {
            long now = NOW + 250L * size;
            assertThat(scan.look(file(size, now), now)).isEmpty();
        }
        assertThat(scan.look(file(9, NOW + 2250), NOW + 2500)).containsExactly(new Change(FILE, false));
    }

    @Test
    void givesAFileThatDoesNotLookWholeTimeToBecomeSo() {
        FolderScan doubtful = new FolderScan(NOTHING, file -> false);

        assertThat(doubtful.look(file(10, NOW), NOW)).isEmpty();
        assertThat(doubtful.look(file(10, NOW), NOW + 1_999)).isEmpty();
        assertThat(doubtful.look(file(10, NOW), NOW + 2_000)).containsExactly(new Change(FILE, false));
    }

    @Test
    void takesAFileAtOnceThatHasLongBeenWritten() {
        assertThat(scan.look(file(10, NOW - 2_000), NOW)).containsExactly(new Change(FILE, false));
    }

    @Test
    void tellsAChangeOfTimeOrSizeOnce() {
        scan.look(file(10, NOW - 9_000), NOW);

        assertThat(scan.look(file(10, NOW - 5_000), NOW)).containsExactly(new Change(FILE, false));
        assertThat(scan.look(file(11, NOW - 5_000), NOW)).containsExactly(new Change(FILE, false));
        assertThat(scan.look(file(11, NOW - 5_000), NOW)).isEmpty();
    }

    @Test
    void countsAFileAsGoneAtTheSecondLookThatMissesIt() {
        scan.look(file(10, 0), NOW);

        assertThat(scan.look(NOTHING, NOW)).isEmpty();
        assertThat(scan.look(NOTHING, NOW)).containsExactly(new Change(FILE, true));
        assertThat(scan.look(NOTHING, NOW)).isEmpty();
    }

    @Test
    void seesAnUpdateWhenAnEditorRemovesAndWritesAnew() {
        scan.look(file(10, 0), NOW);
        scan.look(NOTHING, NOW);

        assertThat(scan.look(file(12, NOW), NOW)).isEmpty();
        assertThat(scan.look(file(12, NOW), NOW + 250)).containsExactly(new Change(FILE, false));
    }

    @Test
    void forgetsAFileThatLeavesBeforeItWasTaken() {
        scan.look(file(10, NOW), NOW);

        assertThat(scan.look(NOTHING, NOW)).isEmpty();
        assertThat(scan.look(NOTHING, NOW)).isEmpty();
    }

    @Test
    void startsFromWhatWasKnown() {
        FolderScan resumed = new FolderScan(file(10, 5), file -> true);

        assertThat(resumed.look(file(10, 5), NOW)).isEmpty();
        assertThat(resumed.look(file(10, 6), NOW)).containsExactly(new Change(FILE, false));
    }

    private static Map<Path, Stamp> file(long size, long modified) {
        return Map.of(FILE, new Stamp(size, modified));
    }
}
