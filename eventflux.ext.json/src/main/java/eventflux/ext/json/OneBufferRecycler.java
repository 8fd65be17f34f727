package eventflux.ext.json;

import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.core.util.RecyclerPool;

/**
 * The buffers of one parser at a time, for the thread that maps. They go with the mapper: nothing stays in threads when the bundle goes, and no
 * queue is asked for each message.
 */
final class OneBufferRecycler implements RecyclerPool<BufferRecycler> {

    private static final long serialVersionUID = 1L;

    // Written by the thread that maps.
    private transient BufferRecycler free; // null while it is in use, and at first

    @Override
    public BufferRecycler acquirePooled() {
        BufferRecycler taken = free == null ? new BufferRecycler() : free;
        free = null;
        return taken;
    }

    @Override
    public void releasePooled(BufferRecycler released) {
        free = released;
    }

    @Override
    public int pooledCount() {
        return free == null ? 0 : 1;
    }

    @Override
    public boolean clear() {
        free = null;
        return true;
    }
}
