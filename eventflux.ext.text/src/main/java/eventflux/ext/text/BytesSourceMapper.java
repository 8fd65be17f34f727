package eventflux.ext.text;

import eventflux.api.event.RowAppender;
import eventflux.api.spi.mapper.MappingException;
import eventflux.api.spi.mapper.SourceMapper;

/**
 * Puts a whole message into one column.
 *
 * @param column the column; others are null
 */
record BytesSourceMapper(int column) implements SourceMapper {

    @Override
    public void map(byte[] payload, int offset, int length, RowAppender out) throws MappingException {
        String text = Texts.decode(payload, offset, length);
        out.begin();
        Texts.set(out, column, text, "the message");
        out.commit();
    }
}
