package lamin.parquet;

import dev.hardwood.metadata.CompressionCodec;
import dev.hardwood.metadata.FileMetaData;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The compressions of a file. Each has a library that a program may leave out. */
final class Codecs {
    private Codecs() {}

    /** Fails if the program lacks the library for one of them. */
    static void require(FileMetaData file, Unreadable unreadable) {
        for (var codec : of(file)) {
            if (!isReadable(codec)) {
                throw unreadable.because(
                        "it is compressed with " + codec.name().toLowerCase(Locale.ROOT)
                                + ", which this program cannot read",
                        "write the table with another compression, such as snappy, gzip or none" + library(codec));
            }
        }
    }

    private static Set<CompressionCodec> of(FileMetaData file) {
        var codecs = EnumSet.noneOf(CompressionCodec.class);
        for (var group : file.rowGroups()) {
            for (var column : group.columns()) {
                codecs.add(column.metaData().codec());
            }
        }
        return codecs;
    }

    private static boolean isReadable(CompressionCodec codec) {
        return switch (codec) {
            case UNCOMPRESSED, GZIP -> true;
            case SNAPPY -> isPresent("org.xerial.snappy.Snappy");
            case ZSTD -> isPresent("com.github.luben.zstd.Zstd");
            case LZ4, LZ4_RAW -> isPresent("net.jpountz.lz4.LZ4Factory");
            case BROTLI -> isPresent("com.aayushatharva.brotli4j.Brotli4jLoader");
            case LZO -> false;
        };
    }

    private static String library(CompressionCodec codec) {
        var library = switch (codec) {
            case UNCOMPRESSED, GZIP, LZO -> "";
            case SNAPPY -> "org.xerial.snappy:snappy-java";
            case ZSTD -> "com.github.luben:zstd-jni";
            case LZ4, LZ4_RAW -> "at.yawk.lz4:lz4-java";
            case BROTLI -> "com.aayushatharva.brotli4j:brotli4j";
        };
        return library.isEmpty() ? "" : ", or add " + library + " to the dependencies of the program";
    }

    private static boolean isPresent(String type) {
        try {
            Class.forName(type, false, Codecs.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
