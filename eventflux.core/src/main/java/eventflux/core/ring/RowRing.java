package eventflux.core.ring;

import eventflux.core.row.RowBatch;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowRun;
import java.nio.ByteBuffer;
import org.agrona.BitUtil;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.MessageHandler;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.ManyToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.RingBufferDescriptor;

/**
 * Rows on their way from many senders to one agent. A message is a run of rows as they lie in the sender's batch; the agent
 * processes it in place.
 */
public final class RowRing {

    private static final int ROWS = 1;
    private static final int SMALLEST_ROW_BYTES = 64;
    private static final int SMALLEST_BYTES = 4096;

    private final ManyToOneRingBuffer ring;
    private final UnsafeBuffer memory;
    private final RowRun run = new RowRun();
    private final MessageHandler handler = this::onMessage;
    // Written by the agent.
    private Receiver receiver;

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

    /** Puts rows of a batch into the ring; answers whether there was room. Safe for many threads. */
    public boolean offer(RowBatch batch, int offset, int length) {
        return ring.write(ROWS, batch.buffer(), offset, length);
    }

    /** Whether nothing is on its way. */
    public boolean isEmpty() {
        return ring.size() == 0;
    }

    /** Hands what is there to the receiver, at most so many messages; by the one agent. */
    public int drain(Receiver target, int limit) {
        receiver = target;
        return ring.read(handler, limit);
    }

    private void onMessage(int type, MutableDirectBuffer buffer, int offset, int length) {
        receiver.receive(run.wrap(memory, offset, length, count(offset, length)));
    }

    private int count(int offset, int length) {
        int count = 0;
        for (int at = offset; at < offset + length; at += memory.getInt(at + RowLayout.LENGTH_OFFSET)) {
            count++;
        }
        return count;
    }

    /** Takes runs out of the ring; they may be changed in place. */
    @FunctionalInterface
    public interface Receiver {

        /** One message. */
        void receive(RowRun rows);
    }
}
