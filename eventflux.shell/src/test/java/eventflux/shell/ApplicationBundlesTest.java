package eventflux.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

class ApplicationBundlesTest {

    @TempDir
    Path folder;

    private Shell shell;
    private ApplicationBundles bundles;

    @BeforeEach
    void open() {
        shell = new Shell(folder);
        BundleContext context = (BundleContext) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {BundleContext.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("getBundle");
                    return bundle((long) arguments[0]);
                });
        bundles = new ApplicationBundles(shell.applications, context);
    }

    private static Bundle bundle(long id) {
        return (Bundle) Proxy.newProxyInstance(
                ApplicationBundlesTest.class.getClassLoader(),
                new Class<?>[] {Bundle.class},
                (proxy, method, arguments) -> method.getName().equals("getBundleId") ? id : null);
    }

    @Test
    void findsTheBundleOfAnApplication() {
        shell.deployments.add("stocks", 25, "define stream S (a int)");

        Object found = bundles.convert(Bundle.class, "stocks");

        assertThat(((Bundle) found).getBundleId()).isEqualTo(25);
    }

    @Test
    void leavesNumbersAndWhatItDoesNotKnowToOthers() {
        shell.deployments.add("17", 26, "define stream S (a int)");
        shell.run("bare", "stream In(a INT)");

        assertThat(bundles.convert(Bundle.class, "17")).isNull();
        assertThat(bundles.convert(Bundle.class, "bare")).isNull();
        assertThat(bundles.convert(Bundle.class, "nothing")).isNull();
        assertThat(bundles.convert(String.class, "stocks")).isNull();
    }
}
