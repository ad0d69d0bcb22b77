package lamin.parquet;

import dev.hardwood.InputFile;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * A file whose parts hardwood reads, not maps into memory: when another process shortens a mapped file, the JVM crashes in
 * the decompression, and on Windows a mapped file cannot be deleted.
 */
final class ChannelInput implements InputFile {
    private final FileChannel channel;

    private ChannelInput(FileChannel channel) {
        this.channel = channel;
    }

    static ChannelInput open(Path path) throws IOException {
        return new ChannelInput(FileChannel.open(path));
    }

    @Override
    public void open() {
        // it is open
    }

    @Override
    public ByteBuffer readRange(long offset, int length) throws IOException {
        if (length <= 0) {
            // where a damaged page claims to be longer than its column, hardwood 1.0.1 asks for nothing forever
            throw new EOFException("a page is longer than its column, at byte " + offset);
        }
        if (offset < 0 || offset > channel.size() - length) {
            throw new EOFException("expected " + length + " bytes at byte " + offset + ", but the file ends before");
        }
        return read(offset, ByteBuffer.allocateDirect(length));
    }

    private ByteBuffer read(long offset, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, offset + buffer.position()) < 0) {
                throw new EOFException("the file became shorter while it was read");
            }
        }
        return buffer.flip();
    }

    @Override
    public long length() throws IOException {
        return channel.size();
    }

    /** Not named in hardwood's messages: ours begin with the path. */
    @Override
    public String name() {
        return "";
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
