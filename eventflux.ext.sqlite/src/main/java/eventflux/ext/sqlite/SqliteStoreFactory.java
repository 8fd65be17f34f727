package eventflux.ext.sqlite;

import eventflux.api.config.Settings;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.persistence.PersistenceStore;
import eventflux.api.spi.persistence.PersistenceStoreFactory;
import java.io.IOException;
import java.nio.file.Path;
import org.osgi.service.component.annotations.Component;

/** Opens databases in which states are kept. */
@Component(service = PersistenceStoreFactory.class)
@Extension(
        kind = ExtensionKind.PERSISTENCE_STORE,
        name = "sqlite",
        description =
                "Keeps the state of applications in one file, an SQLite database with a table eventflux_revision (application, revision, "
                        + "checksum, state). Other processes may read it meanwhile.",
        parameters = {
            @Parameter(
                    name = "path",
                    type = ParameterType.STRING,
                    description = "The database's file; made when it is not there.")
        },
        examples = {"--set persistence.type=sqlite --set persistence.path=eventflux.db"})
public final class SqliteStoreFactory implements PersistenceStoreFactory {

    /** Called by the service registry. */
    public SqliteStoreFactory() {}

    @Override
    public PersistenceStore open(Settings settings) throws IOException {
        return SqliteStore.open(Path.of(settings.getString("path")));
    }
}
