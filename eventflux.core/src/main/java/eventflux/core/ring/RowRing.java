package eventflux.core.ring;

import eventflux.core.row.RowBatch;
import eventflux.core.row.RowLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import org.agrona.BitUtil;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.ControlledMessageHandler;
import org.agrona.concurrent.ControlledMessageHandler.Action;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.ManyToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.RingBufferDescriptor;

/**
 * Rows on their way from many senders to one agent. A message is a run of rows as they lie in the sender's batch; the agent
 * gathers the rows of several messages in a batch of its own, so that room is free again before they are processed, and a
 * sender may take the oldest out meanwhile.
 */
public final class RowRing {

    private static final int ROWS = 1;
    private static final int SMALLEST_ROW_BYTES = 64;
    private static final int SMALLEST_BYTES = 4096;

    private static final VarHandle READING;

    static {
        try {
            READING = MethodHandles.lookup().findVarHandle(RowRing.class, "reading", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final ManyToOneRingBuffer ring;
    private final UnsafeBuffer memory;
    private final ControlledMessageHandler handler = this::onMessage;

    // Whether somebody takes messages out; written by compare-and-set, and by whoever does.
    private volatile boolean reading;
    // Both written by whoever takes messages out.
    private RowBatch target;
    private int most;

    /** A ring for about so many rows. */
    public RowRing(RowLayout layout, int rows) {
        long bytes = (long) rows * Math.max(SMALLEST_ROW_BYTES, layout.fixedLength() + Long.BYTES);
        int capacity = BitUtil.findNextPositivePowerOfTwo((int) Math.min(Math.max(bytes, SMALLEST_BYTES), 1 << 30));
        memory = new UnsafeBuffer(ByteBuffer.allocateDirect(capacity + RingBufferDescriptor.TRAILER_LENGTH));
        ring = new ManyToOneRingBuffer(memory);
    }

    /** The largest run that fits, in bytes. */
    public int largestRun() {
        return ring.maxMsgLength();
    }

    /** Bytes that there is room for. */
    public int capacity() {
        return ring.capacity();
    }

    /** Bytes on their way; about, while senders send. */
    public int size() {
        return ring.size();
    }

    /** Puts rows of a batch into the ring; answers whether there was room. Safe for many threads. */
    public boolean offer(RowBatch batch, int offset, int length) {
        return ring.write(ROWS, batch.buffer(), offset, length);
    }

    /** Where what has been put in so far ends. */
    public long end() {
        return ring.producerPosition();
    }

    /** Whether everything before a place has been taken out. */
    public boolean isTakenTo(long place) {
        return ring.consumerPosition() >= place;
    }

    /** Whether nothing is on its way. */
    public boolean isEmpty() {
        return ring.size() == 0;
    }

    /**
     * Moves the oldest rows to the end of a batch: those of whole messages, and no more than so many rows in all unless the
     * first message has more. Safe for many threads.
     *
     * @return the bytes moved
     */
    public int gather(RowBatch into, int mostRows) {
        int before = into.length();
        lock();
        try {
            target = into;
            most = mostRows;
            ring.controlledRead(handler, mostRows);
        } finally {
            unlock();
        }
        return into.length() - before;
    }

    /** Moves the rows of the oldest message to the end of a batch. Safe for many threads. */
    public void gatherMessage(RowBatch into) {
        gather(into, 1);
    }

    private Action onMessage(int type, MutableDirectBuffer buffer, int offset, int length) {
        int rows = count(offset, length);
        if (!target.isEmpty() && target.count() + rows > most) {
            return Action.ABORT;
        }
        target.append(memory.addressOffset() + offset, length, rows);
        return Action.CONTINUE;
    }

    private int count(int offset, int length) {
        int count = 0;
        for (int at = offset; at < offset + length; at += memory.getInt(at + RowLayout.LENGTH_OFFSET)) {
            count++;
        }
        return count;
    }

    // Held for as long as a copy takes. acquire: pairs with the release in unlock()
    private void lock() {
        while (!READING.compareAndSet(this, false, true)) {
            Thread.onSpinWait();
        }
    }

    private void unlock() {
        READING.setRelease(this, false);
    }
}
