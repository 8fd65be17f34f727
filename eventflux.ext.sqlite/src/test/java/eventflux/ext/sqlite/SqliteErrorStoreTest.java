package eventflux.ext.sqlite;

import eventflux.api.spi.errors.ErrorStore;
import eventflux.testkit.connector.TypedSettings;
import eventflux.testkit.errors.ErrorStoreContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

class SqliteErrorStoreTest extends ErrorStoreContract {

    @TempDir
    private Path folder;

    @Override
    protected ErrorStore open() throws IOException {
        Map<String, String> settings =
                Map.of("path", folder.resolve("errors.db").toString());
        return new SqliteErrorStoreFactory().open(TypedSettings.of(SqliteErrorStoreFactory.class, settings));
    }

    @Override
    protected boolean isDurable() {
        return true;
    }
}
