package eventflux.core.failure;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.spi.errors.ErrorOrigin;
import eventflux.api.spi.errors.ErrorStore;
import eventflux.api.spi.errors.StoredError;
import eventflux.testkit.errors.ErrorStoreContract;
import org.junit.jupiter.api.Test;

class MemoryErrorStoreTest extends ErrorStoreContract {

    @Override
    protected ErrorStore open() {
        return new MemoryErrorStore(5);
    }

    @Override
    protected boolean isDurable() {
        return false;
    }

    @Test
    void letsTheOldestGoWhenItIsFull() {
        MemoryErrorStore store = new MemoryErrorStore(2);
        for (int i = 0; i < 3; i++) {
            store.save(new StoredError(0, "a", ErrorOrigin.STREAM, "S", "", i, "E", "m", 1, "s" + i, new byte[0]));
        }

        assertThat(store.list("a", 0, 9)).extracting(StoredError::shown).containsExactly("s1", "s2");
    }
}
