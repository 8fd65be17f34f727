package eventflux.ext.file;

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

/** Opens folders in which states are kept. */
@Component(service = PersistenceStoreFactory.class)
@Extension(
        kind = ExtensionKind.PERSISTENCE_STORE,
        name = "file",
        description =
                "Keeps the state of applications in a folder: one folder an application, one file a revision, with a checksum. A revision "
                        + "is on the disk, with its name, before it counts as saved. One process at a time uses the folder.",
        parameters = {
            @Parameter(
                    name = "path",
                    type = ParameterType.STRING,
                    description = "The folder; made when it is not there.")
        },
        examples = {"--set persistence.type=file --set persistence.path=state"})
public final class FileStoreFactory implements PersistenceStoreFactory {

    /** Called by the service registry. */
    public FileStoreFactory() {}

    @Override
    public PersistenceStore open(Settings settings) throws IOException {
        return FileStore.open(Path.of(settings.getString("path")));
    }
}
