package eventflux.itest;

import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.frameworkProperty;
import static org.ops4j.pax.exam.CoreOptions.systemPackages;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;

import eventflux.api.EventFluxManager;
import eventflux.testkit.scenario.ScenarioRunner;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.ops4j.pax.exam.Option;
import org.slf4j.Logger;

/**
 * A node as the launcher starts it: the bundles of the distribution, and the packages of the class path that the launcher
 * shares with them. What the tests themselves need (JUnit, assertions, the test kit) is shared in the same way.
 */
final class Node {

    /** JUnit 4 carries no OSGi manifest that would say it. */
    private static final List<String> JUNIT_PACKAGES = List.of(
            "junit.framework",
            "org.hamcrest",
            "org.junit",
            "org.junit.internal",
            "org.junit.internal.requests",
            "org.junit.internal.runners",
            "org.junit.internal.runners.model",
            "org.junit.runner",
            "org.junit.runner.manipulation",
            "org.junit.runner.notification",
            "org.junit.runners",
            "org.junit.runners.model");

    private static final String JUNIT_VERSION = ";version=4.13.2";

    private Node() {}

    /** The container of a test class, with a deploy folder of its own. */
    static Option[] of(Class<?> test) {
        List<Option> options = new ArrayList<>();
        options.add(systemPackages(sharedPackages().toArray(String[]::new)));
        // Without it methods are called by reflection, and neither @Before nor @After.
        options.add(systemProperty("pax.exam.invoker").value("junit"));
        options.add(bundle("link:classpath:META-INF/links/org.ops4j.pax.exam.invoker.junit.link"));
        // A class that is not imported is not found, rather than found by luck on the class path of the tests.
        options.add(frameworkProperty("felix.bootdelegation.implicit").value("false"));
        options.add(frameworkProperty("eventflux.deploy.dir")
                .value(deployFolder(test).toString()));
        options.add(frameworkProperty("eventflux.deploy.interval").value("20"));
        options.add(frameworkProperty("gosh.args").value("--nointeractive --noshutdown"));
        options.add(frameworkProperty("gosh.home").value(place("dist").toString()));
        Stream.of("engine", "node")
                .flatMap(folder -> jarsOf(place("dist").resolve("bundles").resolve(folder)))
                .forEach(jar -> options.add(bundle(jar.toURI().toString())));
        return new Option[] {composite(options.toArray(Option[]::new))};
    }

    /** The folder that the node of a test class watches. */
    static Path deployFolder(Class<?> test) {
        return place("work").resolve(test.getSimpleName() + ".deploy");
    }

    /** A place that the build names. */
    static Path place(String name) {
        return Path.of(System.getProperty("eventflux.itest." + name)).normalize();
    }

    private static List<String> sharedPackages() {
        List<String> packages = new ArrayList<>(List.of("sun.misc", "jdk.internal.misc", "com.sun.net.httpserver"));
        Stream.of(EventFluxManager.class, Logger.class, ScenarioRunner.class, Assertions.class)
                .map(Node::exports)
                .forEach(packages::add);
        JUNIT_PACKAGES.forEach(name -> packages.add(name + JUNIT_VERSION));
        return packages;
    }

    private static String exports(Class<?> member) {
        try (JarFile jar = new JarFile(new File(
                member.getProtectionDomain().getCodeSource().getLocation().toURI()))) {
            return jar.getManifest().getMainAttributes().getValue("Export-Package");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(member.getName(), e);
        }
    }

    private static Stream<File> jarsOf(Path folder) {
        File[] jars = folder.toFile().listFiles((parent, name) -> name.endsWith(".jar"));
        if (jars == null || jars.length == 0) {
            throw new IllegalStateException("no distribution in " + folder + ": package eventflux.launcher first");
        }
        return Stream.of(jars).sorted();
    }
}
