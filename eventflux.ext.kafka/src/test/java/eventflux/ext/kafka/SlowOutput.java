package eventflux.ext.kafka;

import eventflux.api.event.RowAppender;
import eventflux.api.event.Schema;
import eventflux.api.spi.source.MessageAttributes;
import eventflux.api.spi.source.SourceOutput;
import eventflux.testkit.connector.RecordedOutput;
import java.util.concurrent.CountDownLatch;

/** An output that takes the first message only when it is told to go on. */
final class SlowOutput implements SourceOutput {

    private final RecordedOutput recorded;
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch going = new CountDownLatch(1);

    SlowOutput(Schema schema) {
        recorded = new RecordedOutput(schema);
    }

    RecordedOutput recorded() {
        return recorded;
    }

    void awaitBegun() throws InterruptedException {
        begun.await();
    }

    void goOn() {
        going.countDown();
    }

    @Override
    public boolean message(byte[] payload, int offset, int length, MessageAttributes attributes) {
        begun.countDown();
        try {
            going.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return recorded.message(payload, offset, length, attributes);
    }

    @Override
    public void rejected(Exception cause, String place) {
        recorded.rejected(cause, place);
    }

    @Override
    public RowAppender rows() {
        return recorded.rows();
    }

    @Override
    public void flush() {
        recorded.flush();
    }

    @Override
    public boolean settle() {
        return recorded.settle();
    }

    @Override
    public void endOfInput() {
        recorded.endOfInput();
    }

    @Override
    public void failed(Exception cause) {
        recorded.failed(cause);
    }

    @Override
    public void disconnected(Exception cause) {
        recorded.disconnected(cause);
    }
}
