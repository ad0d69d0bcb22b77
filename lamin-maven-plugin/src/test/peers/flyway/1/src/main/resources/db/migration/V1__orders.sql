CREATE SEQUENCE customer_seq INCREMENT BY 50;
CREATE TABLE customer (
    id bigint PRIMARY KEY,
    name varchar(255) NOT NULL
);
CREATE SEQUENCE purchase_order_seq INCREMENT BY 50;
CREATE TABLE purchase_order (
    id bigint PRIMARY KEY,
    customer_id bigint NOT NULL REFERENCES customer,
    state varchar(20) NOT NULL CHECK (state IN ('NEW', 'PAID', 'SENT')),
    total numeric(12, 2),
    placed_at timestamptz
);
CREATE INDEX purchase_order_customer_id ON purchase_order (customer_id);
