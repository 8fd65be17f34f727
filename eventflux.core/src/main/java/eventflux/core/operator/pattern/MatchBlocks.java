package eventflux.core.operator.pattern;

import eventflux.core.row.RowArena;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowMemory;
import eventflux.core.row.RowView;
import org.agrona.UnsafeApi;

/** The blocks of partial matches. Used by the thread that owns the application. */
final class MatchBlocks {

    private final RowArena arena;
    private final MatchLayout layout;
    private final int rowOffset;

    MatchBlocks(RowArena arena, MatchLayout layout) {
        this.arena = arena;
        this.layout = layout;
        this.rowOffset = layout.rowOffset();
    }

    MatchLayout layout() {
        return layout;
    }

    RowArena arena() {
        return arena;
    }

    /** A block with a row of so many bytes, all zero before it; in no chain of deadlines. */
    long allocate(long row, int length) {
        long block = arena.allocate(rowOffset + length);
        UnsafeApi.setMemory(block, layout.firstLink(), (byte) 0);
        RowMemory.copy(row, block + rowOffset, length);
        for (int i = 0; i < layout.deadlineLinks(); i++) {
            putLong(block, layout.deadlineLink(i) + MatchLayout.KEY, DeadlineChain.NONE);
        }
        return block;
    }

    /** A block with what the other has before its row, and another row. */
    long moved(long block, RowBatch row) {
        int length = row.length();
        long target = arena.allocate(rowOffset + length);
        RowMemory.copy(block, target, rowOffset);
        RowMemory.copy(row.begin(), target + rowOffset, length);
        return target;
    }

    /** Copies what a block says of its match, without its links and its row. */
    void copyHead(long from, long to) {
        RowMemory.copy(from, to, layout.firstLink());
    }

    /** Puts a row of the same length in place of that of the block. */
    void overwrite(long block, RowBatch row) {
        RowMemory.copy(row.begin(), block + rowOffset, row.length());
    }

    void release(long block) {
        arena.release(block, rowOffset + rowLength(block));
    }

    int rowLength(long block) {
        return getInt(block, rowOffset + RowLayout.LENGTH_OFFSET);
    }

    /** Moves a cursor to the row. */
    RowView row(long block, RowView cursor) {
        return cursor.wrap(block + rowOffset);
    }

    /** Where the row lies. */
    long rowAddress(long block) {
        return block + rowOffset;
    }

    /** Changes the time of the row: that of the last thing that happened to the match. */
    void time(long block, long timestamp) {
        putLong(block, rowOffset + RowLayout.TIMESTAMP_OFFSET, timestamp);
    }

    long time(long block) {
        return getLong(block, rowOffset + RowLayout.TIMESTAMP_OFFSET);
    }

    int getInt(long block, int field) {
        return UnsafeApi.getInt(block + field);
    }

    void putInt(long block, int field, int value) {
        UnsafeApi.putInt(block + field, value);
    }

    long getLong(long block, int field) {
        return UnsafeApi.getLong(block + field);
    }

    void putLong(long block, int field, long value) {
        UnsafeApi.putLong(block + field, value);
    }
}
