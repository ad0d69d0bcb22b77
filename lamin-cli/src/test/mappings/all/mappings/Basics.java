package mappings;

import jakarta.persistence.*;
import jakarta.persistence.EnumType;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.*;
import org.hibernate.Length;
import org.hibernate.annotations.*;
import org.hibernate.annotations.Type;
import org.hibernate.type.*;

final class Basics implements FeatureGroup {
    @Override
    public void addTo(Features features) {
        features.group("Basic types");
        features.value("`int`", BasicInt.class, 1, 2);
        features.value("`Long`", BasicLong.class, 1L, Long.MAX_VALUE);
        features.value("`short`", BasicShort.class, (short) 1, (short) 2);
        features.value("`byte`", BasicByte.class, (byte) 1, (byte) -2);
        features.value("`boolean`", BasicBoolean.class, true, false);
        features.value("`Boolean`, null", BasicBooleanObject.class, null, true);
        features.value("`double`", BasicDouble.class, 1.5, -2.25);
        features.value("`float`", BasicFloat.class, 1.5f, -2.25f);
        features.value("`BigDecimal`", BasicDecimal.class, new BigDecimal("12.50"), new BigDecimal("-0.25"));
        features.value(
                "`BigDecimal`, `@Column(precision, scale)`",
                BasicPrecise.class,
                new BigDecimal("12.5000"),
                new BigDecimal("99999.1234"));
        features.value("`BigInteger`", BasicInteger.class, BigInteger.TEN, BigInteger.valueOf(-7));
        features.value("`char`", BasicChar.class, 'x', 'y');
        features.value("`String`", BasicString.class, "Ada", "Grace");
        features.value("`String`, `@Column(length = 40)`", BasicShortString.class, "Ada", "Grace");
        features.value("`String`, `@Column(length = Length.LONG32)`", BasicText.class, "x".repeat(70000), "y");
        features.value("`char[]`", BasicChars.class, "Ada".toCharArray(), "Bob".toCharArray());
        features.value("`@Nationalized String`", BasicNationalized.class, "Zürich", "Łódź");
        features.value("`byte[]`", BasicBytes.class, new byte[] {1, 2}, new byte[] {3});
        features.value("`UUID`", BasicUuid.class, new UUID(1, 2), new UUID(3, 4));
        features.value("`Locale`", BasicLocale.class, Locale.GERMANY, Locale.FRANCE);
        features.value("`Currency`", BasicCurrency.class, Currency.getInstance("EUR"), Currency.getInstance("CHF"));
        features.value("`URL`", BasicUrl.class, url("https://example.com/a"), url("https://example.com/b"));
        features.value("`Class`", BasicClass.class, String.class, Integer.class);
        features.value("`TimeZone`", BasicTimeZone.class, TimeZone.getTimeZone("UTC"), TimeZone.getTimeZone("CET"));
        features.value("`ZoneId`", BasicZoneId.class, ZoneId.of("UTC"), ZoneId.of("Europe/Berlin"));
        features.value("`InetAddress`", BasicInet.class, inet("127.0.0.1"), inet("10.0.0.1"));
        features.value("a `Serializable` class", BasicSerializable.class, null, null).refused();
        features.value("`@Column(columnDefinition = \"text\")`", BasicDefined.class, "a", "b");
        features.value(
                "`@Column(columnDefinition = \"numeric(10, 2)\")`",
                BasicDefinedNumber.class,
                new BigDecimal("1.25"),
                new BigDecimal("2.50"));
        features.value("`@Column(columnDefinition = \"money\")`", BasicDefinedOther.class, "a", "b").refused();
        features.value("`@DatabaseType(postgresql = \"varchar(9)\", sqlite = \"text\")`", BasicByDatabase.class, "a", "b");
        features.value("`@Basic(fetch = LAZY)`", BasicLazy.class, "a", "b");
        features.add(
                "`@Transient`, `transient`, `static`",
                BasicTransient.class,
                s -> new BasicTransient(),
                row -> row.value + row.unsaved,
                "anull",
                (s, row) -> row.value = "b",
                "bnull");
        features.value("`@Basic(optional = false)`", BasicRequired.class, "a", "b");
        features.value("`@Column(nullable = false, unique = true)`", BasicUnique.class, "a", "b");
        features.add(
                "`@Column(insertable = false)` with `@ColumnDefault`",
                BasicDefault.class,
                s -> new BasicDefault(),
                row -> row.value,
                "new",
                (s, row) -> row.value = "old",
                "old");
        features.add(
                "`@Column(updatable = false)`",
                BasicFixed.class,
                s -> new BasicFixed(),
                row -> row.fixed + row.value,
                "fa",
                (s, row) -> {
                    row.fixed = "changed";
                    row.value = "b";
                },
                "fb");
        features.value("`@Convert(converter = YesNoConverter.class)`", BasicYesNo.class, true, false);
        features.value("`@Convert(converter = TrueFalseConverter.class)`", BasicTrueFalse.class, true, false);
        features.value("`@Convert(converter = NumericBooleanConverter.class)`", BasicNumericBoolean.class, true, false);
        features.value("`@Convert` with an own converter", BasicConverted.class, List.of("a", "b"), List.of("c"))
                .with(CommaConverter.class);
        features.value(
                        "`@Converter(autoApply = true)`",
                        BasicAutoConverted.class,
                        new Amount(5),
                        new Amount(6))
                .with(AmountConverter.class);
        features.value("`@JdbcTypeCode(SqlTypes.VARCHAR)` on a `UUID`", BasicUuidText.class, new UUID(1, 2), new UUID(3, 4));
        features.value("`@JdbcTypeCode(SqlTypes.BINARY)` on a `UUID`", BasicUuidBytes.class, new UUID(1, 2), new UUID(3, 4));
        features.value("`@JdbcTypeCode(SqlTypes.TINYINT)` on an `int`", BasicTiny.class, 1, 2);
        features.value("`@JdbcTypeCode(SqlTypes.LONG32VARCHAR)`", BasicLongText.class, "a", "b");
        features.value("`@JavaType`/`@Type` of an own `UserType`", BasicUserType.class, new Amount(5), new Amount(6));

        features.group("Large objects");
        features.value("`@Lob String`", LobString.class, "a", "b").refused();
        features.value("`@Lob byte[]`", LobBytes.class, new byte[] {1}, new byte[] {2}).refused();
        features.value("`@Lob char[]`", LobChars.class, "a".toCharArray(), "b".toCharArray()).refused();
        features.unreadable("`Clob`", LobClob.class).refused();
        features.unreadable("`Blob`", LobBlob.class).refused();
        features.value("`@Lob` with `@JdbcTypeCode(SqlTypes.LONG32VARCHAR)` on a `String`", LobAsText.class, "a", "b");
        features.value(
                "`@Lob` with `@JdbcTypeCode(SqlTypes.LONG32VARBINARY)` on a `byte[]`",
                LobAsBytes.class,
                new byte[] {1},
                new byte[] {2});
        features.value("`@Lob @Column(columnDefinition = \"text\") String`", LobDefined.class, "a", "b").refused();
        features.value("`@Lob String`, `@DatabaseType(postgresql = \"oid\", sqlite = \"text\")`", LobKept.class, "a", "b");
        features.value(
                        "`@Lob byte[]`, `@DatabaseType(postgresql = \"oid\", sqlite = \"blob\")`",
                        LobKeptBytes.class,
                        new byte[] {1},
                        new byte[] {2})
                .notOnSqlite("its driver reads no `Blob`");

        features.group("Enums");
        features.value("`@Enumerated(STRING)`", EnumText.class, Colour.RED, Colour.BLUE);
        features.value("`@Enumerated(STRING)`, `@Column(length = 5)`", EnumShort.class, Colour.RED, Colour.BLUE);
        features.value("`@Enumerated` (`ORDINAL`)", EnumOrdinal.class, Colour.RED, Colour.BLUE);
        features.value("an enum without an annotation", EnumPlain.class, Colour.RED, Colour.BLUE);
        features.value("an enum with an `AttributeConverter`", EnumConverted.class, Colour.RED, Colour.BLUE)
                .with(ColourConverter.class);
        features.value("`@JdbcTypeCode(SqlTypes.NAMED_ENUM)`", EnumNamed.class, Colour.RED, Colour.BLUE).refused();
        features.value("`@Enumerated(STRING)`, `@Column(columnDefinition = \"text\")`", EnumDefined.class, Colour.RED, Colour.BLUE);
        features.value(
                "`NAMED_ENUM`, `@DatabaseType(postgresql = \"colour\", sqlite = \"text\")`, the type by `op.execute`",
                        EnumNamedByDatabase.class,
                        Colour.RED,
                        Colour.BLUE)
                .notOnSqlite("Hibernate binds the constant as bytes");
        features.value("an enum whose constants have bodies", EnumBodies.class, Operator.PLUS, Operator.MINUS);

        features.group("JSON, XML, arrays and structures");
        features.value("`@JdbcTypeCode(SqlTypes.JSON)` on a class", JsonObject.class, new Spot("Ulm", 1), new Spot("Bonn", 2))
                ;
        features.value("`@JdbcTypeCode(SqlTypes.JSON)` on a `Map`", JsonMap.class, Map.of("a", "1"), Map.of("b", "2"));
        features.value("`@JdbcTypeCode(SqlTypes.JSON)` on a `List`", JsonList.class, List.of("a"), List.of("b", "c"));
        features.value("`@JdbcTypeCode(SqlTypes.JSON)` on an embeddable", JsonEmbedded.class, new JsonPart("Ulm", 1), new JsonPart("Bonn", 2))
                .notOnSqlite("Hibernate does not start");
        features.value("`@JdbcTypeCode(SqlTypes.SQLXML)` on a class", XmlObject.class, new XmlPart("a"), new XmlPart("b"));
        features.value("`String[]`", ArrayStrings.class, new String[] {"a", "b"}, new String[] {"c"});
        features.value("`int[]`", ArrayInts.class, new int[] {1, 2}, new int[] {3});
        features.value("`List<Integer>` without `@ElementCollection`", ArrayList1.class, List.of(1, 2), List.of(3));
        features.value("`@Array(length = 5) String[]`", ArrayOfLength.class, new String[] {"a"}, new String[] {"b"});
        features.value("`@JdbcTypeCode(SqlTypes.VECTOR)` on a `float[]`", ArrayVector.class, new float[] {1}, new float[] {2}).refused();
        features.unreadable("`@Struct`", StructRow.class).refused();
    }

    private static URL url(String text) {
        try {
            return URI.create(text).toURL();
        } catch (java.net.MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InetAddress inet(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (java.net.UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}

@Entity
class BasicInt extends Row {
    int value;
}

@Entity
class BasicLong extends Row {
    Long value;
}

@Entity
class BasicShort extends Row {
    short value;
}

@Entity
class BasicByte extends Row {
    byte value;
}

@Entity
class BasicBoolean extends Row {
    boolean value;
}

@Entity
class BasicBooleanObject extends Row {
    Boolean value;
}

@Entity
class BasicDouble extends Row {
    double value;
}

@Entity
class BasicFloat extends Row {
    float value;
}

@Entity
class BasicDecimal extends Row {
    BigDecimal value;
}

@Entity
class BasicPrecise extends Row {
    @Column(precision = 12, scale = 4)
    BigDecimal value;
}

@Entity
class BasicInteger extends Row {
    BigInteger value;
}

@Entity
class BasicChar extends Row {
    char value;
}

@Entity
class BasicString extends Row {
    String value;
}

@Entity
class BasicShortString extends Row {
    @Column(length = 40)
    String value;
}

@Entity
class BasicText extends Row {
    @Column(length = Length.LONG32)
    String value;
}

@Entity
class BasicChars extends Row {
    char[] value;
}

@Entity
class BasicNationalized extends Row {
    @Nationalized
    String value;
}

@Entity
class BasicBytes extends Row {
    byte[] value;
}

@Entity
class BasicUuid extends Row {
    UUID value;
}

@Entity
class BasicLocale extends Row {
    Locale value;
}

@Entity
class BasicCurrency extends Row {
    Currency value;
}

@Entity
class BasicUrl extends Row {
    URL value;
}

@Entity
class BasicClass extends Row {
    Class<?> value;
}

@Entity
class BasicTimeZone extends Row {
    TimeZone value;
}

@Entity
class BasicZoneId extends Row {
    ZoneId value;
}

@Entity
class BasicInet extends Row {
    InetAddress value;
}

@Entity
class BasicSerializable extends Row {
    Heap value;
}

@Entity
class BasicDefined extends Row {
    @Column(columnDefinition = "text")
    String value;
}

@Entity
class BasicDefinedNumber extends Row {
    @Column(columnDefinition = "numeric(10, 2)")
    BigDecimal value;
}

@Entity
class BasicDefinedOther extends Row {
    @Column(columnDefinition = "money")
    String value;
}

@Entity
class BasicByDatabase extends Row {
    @lamin.schema.DatabaseType(postgresql = "varchar(9)", sqlite = "text")
    String value;
}

@Entity
class BasicLazy extends Row {
    @Basic(fetch = FetchType.LAZY)
    String value;
}

@Entity
class BasicRequired extends Row {
    @Basic(optional = false)
    String value;
}

@Entity
class BasicUnique extends Row {
    @Column(nullable = false, unique = true)
    String value;
}

@Entity
class BasicYesNo extends Row {
    @Convert(converter = YesNoConverter.class)
    boolean value;
}

@Entity
class BasicTrueFalse extends Row {
    @Convert(converter = TrueFalseConverter.class)
    boolean value;
}

@Entity
class BasicNumericBoolean extends Row {
    @Convert(converter = NumericBooleanConverter.class)
    boolean value;
}

@Entity
class BasicConverted extends Row {
    @Convert(converter = CommaConverter.class)
    List<String> value;
}

@Entity
class BasicAutoConverted extends Row {
    Amount value;
}

@Entity
class BasicUuidText extends Row {
    @JdbcTypeCode(SqlTypes.VARCHAR)
    UUID value;
}

@Entity
class BasicUuidBytes extends Row {
    @JdbcTypeCode(SqlTypes.BINARY)
    UUID value;
}

@Entity
class BasicTiny extends Row {
    @JdbcTypeCode(SqlTypes.TINYINT)
    int value;
}

@Entity
class BasicLongText extends Row {
    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String value;
}

@Entity
class BasicUserType extends Row {
    @Type(AmountType.class)
    Amount value;
}

@Entity
class LobString extends Row {
    @Lob
    String value;
}

@Entity
class LobBytes extends Row {
    @Lob
    byte[] value;
}

@Entity
class LobChars extends Row {
    @Lob
    char[] value;
}

@Entity
class LobClob extends Row {
    Clob value;
}

@Entity
class LobBlob extends Row {
    Blob value;
}

@Entity
class LobAsText extends Row {
    @Lob
    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String value;
}

@Entity
class LobAsBytes extends Row {
    @Lob
    @JdbcTypeCode(SqlTypes.LONG32VARBINARY)
    byte[] value;
}

@Entity
class LobDefined extends Row {
    @Lob
    @Column(columnDefinition = "text")
    String value;
}

@Entity
class EnumText extends Row {
    @Enumerated(EnumType.STRING)
    Colour value;
}

@Entity
class EnumShort extends Row {
    @Enumerated(EnumType.STRING)
    @Column(length = 5)
    Colour value;
}

@Entity
class EnumOrdinal extends Row {
    @Enumerated
    Colour value;
}

@Entity
class EnumPlain extends Row {
    Colour value;
}

@Entity
class EnumConverted extends Row {
    @Convert(converter = ColourConverter.class)
    Colour value;
}

@Entity
class EnumNamed extends Row {
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    Colour value;
}

@Entity
class EnumDefined extends Row {
    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    Colour value;
}

@Entity
class EnumBodies extends Row {
    @Enumerated(EnumType.STRING)
    Operator value;
}

@Entity
class JsonObject extends Row {
    @JdbcTypeCode(SqlTypes.JSON)
    Spot value;
}

@Entity
class JsonMap extends Row {
    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> value;
}

@Entity
class JsonList extends Row {
    @JdbcTypeCode(SqlTypes.JSON)
    List<String> value;
}

@Entity
class JsonEmbedded extends Row {
    @JdbcTypeCode(SqlTypes.JSON)
    JsonPart value;
}

@Entity
class XmlObject extends Row {
    @JdbcTypeCode(SqlTypes.SQLXML)
    XmlPart value;
}

@Entity
class ArrayStrings extends Row {
    String[] value;
}

@Entity
class ArrayInts extends Row {
    int[] value;
}

@Entity
class ArrayList1 extends Row {
    List<Integer> value;
}

@Entity
class ArrayOfLength extends Row {
    @org.hibernate.annotations.Array(length = 5)
    String[] value;
}

@Entity
class ArrayVector extends Row {
    @JdbcTypeCode(SqlTypes.VECTOR)
    @org.hibernate.annotations.Array(length = 3)
    float[] value;
}

@Entity
class StructRow extends Row {
    StructPart value;
}

@Entity
class BasicTransient extends Row {
    static String shared = "shared";

    String value = "a";

    @Transient
    String unsaved;

    transient String other = "x";
}

@Entity
class BasicDefault extends Row {
    @Column(insertable = false)
    @ColumnDefault("'new'")
    String value;
}

@Entity
class BasicFixed extends Row {
    @Column(updatable = false)
    String fixed = "f";

    String value = "a";
}

class Heap implements java.io.Serializable {
    int size;
}

record Amount(int cents) implements java.io.Serializable {}

@Converter(autoApply = true)
class AmountConverter implements AttributeConverter<Amount, Integer> {
    @Override
    public Integer convertToDatabaseColumn(Amount amount) {
        return amount == null ? null : amount.cents();
    }

    @Override
    public Amount convertToEntityAttribute(Integer cents) {
        return cents == null ? null : new Amount(cents);
    }
}

@Converter
class CommaConverter implements AttributeConverter<List<String>, String> {
    @Override
    public String convertToDatabaseColumn(List<String> list) {
        return list == null ? null : String.join(",", list);
    }

    @Override
    public List<String> convertToEntityAttribute(String text) {
        return text == null ? null : List.of(text.split(","));
    }
}

@Converter
class ColourConverter implements AttributeConverter<Colour, String> {
    @Override
    public String convertToDatabaseColumn(Colour colour) {
        return colour == null ? null : colour.name().substring(0, 1);
    }

    @Override
    public Colour convertToEntityAttribute(String letter) {
        return letter == null
                ? null
                : Arrays.stream(Colour.values())
                        .filter(colour -> colour.name().startsWith(letter))
                        .findFirst()
                        .orElseThrow();
    }
}

enum Operator {
    PLUS {
        @Override
        int apply(int one, int other) {
            return one + other;
        }
    },
    MINUS {
        @Override
        int apply(int one, int other) {
            return one - other;
        }
    };

    abstract int apply(int one, int other);
}

class Spot {
    public String town;
    public int floor;

    Spot() {}

    Spot(String town, int floor) {
        this.town = town;
        this.floor = floor;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Spot spot && spot.town.equals(town) && spot.floor == floor;
    }

    @Override
    public int hashCode() {
        return floor;
    }
}

@Embeddable
record JsonPart(String town, int floor) {}

@Embeddable
@Struct(name = "struct_part")
class StructPart {
    String town;
    int floor;
}

@Entity
class LobKept extends Row {
    @Lob
    @lamin.schema.DatabaseType(postgresql = "oid", sqlite = "text")
    String value;
}

@Entity
class LobKeptBytes extends Row {
    @Lob
    @lamin.schema.DatabaseType(postgresql = "oid", sqlite = "blob")
    byte[] value;
}

@Entity
class EnumNamedByDatabase extends Row {
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    @lamin.schema.DatabaseType(postgresql = "colour", sqlite = "text")
    Colour value;
}
