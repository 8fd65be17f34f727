package eventflux.ext.sqlite;

import static org.assertj.core.api.Assertions.assertThatIOException;

import eventflux.api.spi.persistence.PersistenceStoreFactory;
import eventflux.testkit.persistence.PersistenceStoreContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

class SqliteStoreTest extends PersistenceStoreContract {

    @TempDir
    private Path folder;

    @Override
    protected PersistenceStoreFactory factory() {
        return new SqliteStoreFactory();
    }

    private Path file() {
        return folder.resolve("data").resolve("states.db");
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("path", file().toString());
    }

    @Override
    protected void damage(String application, long revision) throws SQLException {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + file());
        String sql = "UPDATE eventflux_revision SET state = x'ff' || state WHERE application = ? AND revision = ?";
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, application);
            statement.setLong(2, revision);
            statement.executeUpdate();
        }
    }

    @Test
    void refusesAFileThatIsNoDatabase() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "this is no database, and long enough to be looked at as one".repeat(20));

        assertThatIOException().isThrownBy(() -> SqliteStore.open(file())).withMessageContaining("states.db");
    }
}
