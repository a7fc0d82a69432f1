/** The fields of a long list as its columns: a filter over them judges slots and reads no records. */
import type { FilterField, FilterFields } from '@/mocks/handlers/manners/odata/filter';
import type { Listing } from '@/mocks/store/listing';
import type { Column, Slot } from '@/mocks/store/listing-column';

export function listedFields<Row>(listing: Listing<Row>, fields: FilterFields<Row>): FilterFields<Slot> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, listed(listing, name, field)]));
}

/** Gathered now, ahead of the first filter that names it. */
function listed<Row>(listing: Listing<Row>, name: string, field: FilterField<Row>): FilterField<Slot> {
  switch (field.type) {
    case 'collection':
      return {
        type: 'collection',
        read: (slot, path) => {
          const row = listing.rowAt(slot);
          return row === undefined ? [] : field.read(row, path);
        },
      };
    case 'flag':
      return {
        type: 'flag',
        read: (slot) => {
          const row = listing.rowAt(slot);
          return row !== undefined && field.read(row);
        },
      };
    case 'number':
      return { type: 'number', ...scalar(() => listing.column(name, field.read, 'many values')) };
    case 'time':
      return { type: 'time', ...scalar(() => listing.column(name, field.read, 'many values')) };
    default:
      return { type: field.type, ...scalar(() => listing.column(name, field.read)) };
  }
}

/** Asked for anew at every use: that is when the listing puts in what has changed. */
function scalar<Value>(column: () => Column<Value>): Column<Value> {
  column();
  return { read: (slot) => column().read(slot), tested: (test) => column().tested(test) };
}
