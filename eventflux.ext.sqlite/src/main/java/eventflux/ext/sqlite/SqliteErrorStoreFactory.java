package eventflux.ext.sqlite;

import eventflux.api.config.Settings;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.errors.ErrorStore;
import eventflux.api.spi.errors.ErrorStoreFactory;
import java.io.IOException;
import java.nio.file.Path;
import org.osgi.service.component.annotations.Component;

/** Opens databases in which failed events are kept. */
@Component(service = ErrorStoreFactory.class)
@Extension(
        kind = ExtensionKind.ERROR_STORE,
        name = "sqlite",
        description = "Keeps events that failed in one file, an SQLite database with a table eventflux_error. Other"
                + " processes may read it meanwhile.",
        parameters = {
            @Parameter(
                    name = "path",
                    type = ParameterType.STRING,
                    description = "The database's file; made when it is not there.")
        },
        examples = {"--set errors.type=sqlite --set errors.path=errors.db"})
public final class SqliteErrorStoreFactory implements ErrorStoreFactory {

    /** Called by the service registry. */
    public SqliteErrorStoreFactory() {}

    @Override
    public ErrorStore open(Settings settings) throws IOException {
        return SqliteErrorStore.open(Path.of(settings.getString("path")));
    }
}
