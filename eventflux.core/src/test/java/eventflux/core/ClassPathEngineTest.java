package eventflux.core;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import eventflux.api.error.EventFluxException;
import org.junit.jupiter.api.Test;

class ClassPathEngineTest {

    @Test
    void saysWhatToStartJavaWithWhereItsMemoryIsClosed() {
        assertThatNoException().isThrownBy(() -> ClassPathEngine.requireMemory(true));
        assertThatExceptionOfType(EventFluxException.class)
                .isThrownBy(() -> ClassPathEngine.requireMemory(false))
                .withMessageContaining("memory-closed")
                .withMessageContaining("--add-opens java.base/jdk.internal.misc=ALL-UNNAMED");
    }
}
