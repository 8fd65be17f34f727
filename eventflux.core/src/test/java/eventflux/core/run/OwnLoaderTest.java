package eventflux.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnLoaderTest {

    private static final ClassLoader VENDORS = new ClassLoader(OwnLoaderTest.class.getClassLoader()) {};

    private final Object extension =
            Proxy.newProxyInstance(VENDORS, new Class<?>[] {Runnable.class}, (self, method, arguments) -> null);

    @Test
    void letsThreadsThatAnExtensionBeginsInheritItsClassLoader() throws IOException {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        List<Thread> begun = new ArrayList<>();

        OwnLoader.start(extension, () -> begun.add(new Thread()));

        assertThat(begun).extracting(Thread::getContextClassLoader).containsExactly(VENDORS);
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }

    @Test
    void leavesTheThreadAsItWasWhenTheStartFails() {
        ClassLoader before = Thread.currentThread().getContextClassLoader();

        assertThatThrownBy(() -> OwnLoader.start(extension, () -> {
                    throw new IOException("nobody answers");
                }))
                .isInstanceOf(IOException.class);

        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }
}
