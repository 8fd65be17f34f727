package eventflux.deploy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.service.url.URLConstants;
import org.osgi.service.url.URLStreamHandlerService;

/** A real framework in the test's process, with the {@code eventflux:} URLs and an extender over a fake engine. */
final class Node {

    /** Longer than any test may take. */
    static final long LONG_MILLIS = 60_000;

    final Framework framework;
    final FakeManager manager = new FakeManager();
    final DeploymentJournal journal = new DeploymentJournal();
    final Recorder recorder = new Recorder();
    final ApplicationExtender extender;

    Node(Path cache) throws BundleException {
        this(cache, new ApplicationExtender.Patience(LONG_MILLIS, LONG_MILLIS, LONG_MILLIS, LONG_MILLIS));
    }

    Node(Path cache, ApplicationExtender.Patience patience) throws BundleException {
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        cache.toString(),
                        Constants.FRAMEWORK_SYSTEMCAPABILITIES_EXTRA,
                        "osgi.extender;osgi.extender=eventflux.application;version:Version=0.1.0"));
        framework.start();
        Dictionary<String, Object> protocol = new Hashtable<>();
        protocol.put(URLConstants.URL_HANDLER_PROTOCOL, ApplicationUrlHandler.PROTOCOL);
        context().registerService(URLStreamHandlerService.class, new ApplicationUrlHandler(manager), protocol);
        journal.addListener(recorder);
        extender = new ApplicationExtender(context(), manager, journal, patience);
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    /** A jar; headers and entries are name, value, name, value … */
    static byte[] jar(Map<String, String> headers, Map<String, String> entries) throws IOException {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        entries.forEach((name, text) -> contents.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return jarOf(headers, contents);
    }

    static byte[] jarOf(Map<String, String> headers, Map<String, byte[]> entries) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
        manifest.getMainAttributes().putValue("Bundle-ManifestVersion", "2");
        headers.forEach(manifest.getMainAttributes()::putValue);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                jar.putNextEntry(new ZipEntry(entry.getKey()));
                jar.write(entry.getValue());
                jar.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    void stop() throws BundleException, InterruptedException {
        manager.end.countDown();
        extender.close();
        framework.stop();
        framework.waitForStop(0);
    }
}
