package eventflux.deploy;

import eventflux.api.EngineOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.url.URLStreamHandlerService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the watched folder again and again. The framework property {@value #FOLDER} names the folder, without it nothing is
 * watched; {@value #INTERVAL} is the pause between two looks in milliseconds.
 */
@Component(
        service = {},
        immediate = true)
public final class FolderWatch {

    static final String FOLDER = "eventflux.deploy.dir";
    static final String INTERVAL = "eventflux.deploy.interval";

    /** Two looks and the deployment itself stay well below a second. */
    private static final String DEFAULT_INTERVAL = "250";

    private final Logger log = LoggerFactory.getLogger("eventflux.deploy");
    private final InstantSource clock = InstantSource.system();
    private final BundleContext context;
    private final Optional<DeployFolder> folder;
    private final ScheduledExecutorService watcher =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "eventflux-deploy"));

    /**
     * Starts watching.
     *
     * @param context tells the properties
     * @param journal hears of what is refused
     * @param urls waited for, since texts are installed through its URLs
     * @param options what the launcher was told; null where nobody registered any
     */
    @Activate
    public FolderWatch(
            BundleContext context,
            @Reference DeploymentJournal journal,
            @Reference(target = "(url.handler.protocol=" + ApplicationUrlHandler.PROTOCOL + ")")
                    URLStreamHandlerService urls,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL) EngineOptions options)
            throws IOException {
        this.context = context;
        String path = context.getProperty(FOLDER);
        this.folder = path == null
                ? Optional.empty()
                : Optional.of(open(Path.of(path), journal, new Publishers(NodeSettings.of(options))));
        folder.ifPresent(watched -> {
            context.addBundleListener(watched);
            watcher.scheduleWithFixedDelay(() -> look(watched), 0, interval(), TimeUnit.MILLISECONDS);
        });
    }

    /** Stops watching; what is deployed stays. */
    @Deactivate
    public void close() {
        folder.ifPresent(context::removeBundleListener);
        watcher.shutdownNow();
    }

    private DeployFolder open(Path path, DeploymentJournal journal, Publishers publishers) throws IOException {
        // In the framework's own area: this bundle is installed anew when the node was moved.
        BundleContext framework =
                context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).getBundleContext();
        FolderMemory memory = new FolderMemory(
                framework.getDataFile("deploy-folder.properties").toPath());
        return new DeployFolder(
                path, memory, new BundleInstaller(context, publishers), journal, DeployFolder.USUAL_PATIENCE_MILLIS);
    }

    private long interval() {
        String interval = context.getProperty(INTERVAL);
        return Long.parseLong(interval == null ? DEFAULT_INTERVAL : interval);
    }

    /** The outermost loop of the thread: a look that fails is logged, and the next one comes. */
    private void look(DeployFolder watched) {
        try {
            watched.look(clock.millis());
        } catch (Exception e) {
            log.error("looking at the deploy folder failed", e);
        }
    }
}
